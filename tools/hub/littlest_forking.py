"""Servers of a class that are forked from one process, on The Littlest JupyterHub.

Copy beside `littlest.py`, and leave it out where the hub's own spawner is wanted.
"""

import sys

from tljh import user
from tljh.config import USER_ENV_PREFIX
from tljh.normalize import generate_system_username

# A folder of this repository, which root alone may write to.
sys.path.append("/opt/track2/tools/hub/prefork")

from spawner import PreforkSpawner

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
PreforkSpawner.warm(f"{USER_ENV_PREFIX}/bin/python")
