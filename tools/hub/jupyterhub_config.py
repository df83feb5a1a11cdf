"""The hub of one measurement; everything it has to know comes in one variable."""

import json
import os
import sys
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner

run = json.loads(os.environ["TRACK2_HUB"])
sys.path.append(str(Path(__file__).with_name("prefork")))
c = get_config()  # type: ignore[name-defined]  # noqa: F821

c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.allow_all = True
c.JupyterHub.bind_url = f"http://127.0.0.1:{run['port']}"
c.JupyterHub.hub_port = run["port"] + 1
c.JupyterHub.db_url = "sqlite://"
c.JupyterHub.cookie_secret_file = f"{run['folder']}/cookie_secret"
c.ConfigurableHTTPProxy.command = run["proxy"]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{run['port'] + 2}"
c.ConfigurableHTTPProxy.pid_file = f"{run['folder']}/proxy.pid"
c.Spawner.mem_limit = "2G"
c.Spawner.http_timeout = c.Spawner.start_timeout = 180
c.Spawner.default_url = "/lab"
c.Spawner.environment = run["environment"]
c.Spawner.cmd = [f"{run['bin']}/jupyterhub-singleuser"]
c.Spawner.args = ["--allow-root", *run["args"]]
c.Spawner.env_keep = ["LANG"]
c.JupyterHub.log_level = "WARN"
c.SimpleLocalProcessSpawner.home_dir_template = f"{run['folder']}/{{username}}"
c.JupyterHub.spawner_class = SimpleLocalProcessSpawner

if run["prefork"]:
    from spawner import PreforkSpawner

    class Simple(PreforkSpawner, SimpleLocalProcessSpawner):
        """Students without accounts, as in the other measurements."""

        user_env = SimpleLocalProcessSpawner.user_env

        def account(self) -> str:
            """Make the home and name no account."""
            Path(self.home_dir).mkdir(exist_ok=True)
            return ""

    c.JupyterHub.spawner_class = Simple
    c.PreforkSpawner.python = f"{run['bin']}/python"
    PreforkSpawner.warm(c.PreforkSpawner.python)
