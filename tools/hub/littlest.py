"""A class on The Littlest JupyterHub; the steps are in docs/instructors/hub.md.

Copy to /opt/tljh/config/jupyterhub_config.d/, whose files the hub reads when it starts.
"""

import os

from tljh.config import USER_ENV_PREFIX

c = get_config()  # type: ignore[name-defined]  # noqa: F821

c.Spawner.args = ['--ServerApp.jpserver_extensions={"jupyter_lsp": False, "notebook_shim": False}']
c.Spawner.default_url = "/lab"
c.Spawner.environment = {
    "PATH": f"{USER_ENV_PREFIX}/bin:{os.defpath}",
    "TRACK2_LESSONS": "/opt/track2/notebooks",  # the lessons with their outputs, for all to read
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",
}
c.Spawner.http_timeout = c.Spawner.start_timeout = 180  # thirty seconds are too few when many come
