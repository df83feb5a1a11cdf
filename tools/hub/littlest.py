"""A class on The Littlest JupyterHub; the steps are in docs/instructors/hub.md.

Copy to /opt/tljh/config/jupyterhub_config.d/, whose files the hub reads when it starts.
"""

import os
import sys

from tljh import user
from tljh.config import USER_ENV_PREFIX
from tljh.normalize import generate_system_username

COURSE = "/opt/track2"  # this repository, which root alone may write to and all may read
sys.path.append(f"{COURSE}/tools/hub/prefork")

from spawner import PreforkSpawner  # noqa: E402

c = get_config()  # type: ignore[name-defined]  # noqa: F821


class ClassSpawner(PreforkSpawner):
    """Students with the accounts that this hub gives them."""

    def account(self) -> str:
        """Name the account, and make it when a student comes for the first time."""
        name = str(generate_system_username(f"jupyter-{self.user.name}"))
        user.ensure_user(name)
        user.ensure_user_group(name, "jupyterhub-users")
        return name


c.JupyterHub.spawner_class = ClassSpawner
# What is forked belongs to the hub, and the system ends it with the hub.
c.JupyterHub.cleanup_servers = True
c.PreforkSpawner.python = f"{USER_ENV_PREFIX}/bin/python"
c.Spawner.args = ['--ServerApp.jpserver_extensions={"jupyter_lsp": False, "notebook_shim": False}']
c.Spawner.default_url = "/lab"
c.Spawner.environment = {
    "PATH": f"{USER_ENV_PREFIX}/bin:{os.defpath}",
    "TRACK2_LESSONS": f"{COURSE}/notebooks",
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",
}
c.Spawner.http_timeout = c.Spawner.start_timeout = 180  # thirty seconds are too few when many come
PreforkSpawner.warm(f"{USER_ENV_PREFIX}/bin/python")
