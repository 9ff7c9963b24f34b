"""Servers in processes of their own, on loopback, for as long as a `with` lasts."""

import re
import shutil
import signal
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

from measure import PROGRAM, Unmeasured

ANSWER = '{"memberId":"1234567890123456789","points":50,"level":"silver"}'

NGINX = """
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {{ worker_connections 4096; }}
http {{
  access_log off;
  keepalive_requests 1000000000;
  keepalive_timeout 600;
  default_type application/json;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {{
    listen 127.0.0.1:{plain};
    listen 127.0.0.1:{tls} ssl http2;
    ssl_certificate certificate.pem;
    ssl_certificate_key key.pem;
    location / {{ return 200 '{answer}'; }}
  }}
}}
"""

CERTIFICATE = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    " -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -keyout key.pem"
    " -out certificate.pem"
).split()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(port, process):
    """Until somebody listens there."""
    for _ in range(500):
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError(f"{process.args[0]} does not listen on {port}")


def stop(process, how=signal.SIGTERM):
    process.send_signal(how)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def nginx(folder):
    """One worker with one small JSON answer; tells its URLs without and with TLS, and its CA."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not program:
        raise Unmeasured("nginx is not installed")
    plain, tls = free_port(), free_port()
    subprocess.run(CERTIFICATE, cwd=folder, check=True, stderr=subprocess.DEVNULL)
    settings = NGINX.format(plain=plain, tls=tls, answer=ANSWER)
    Path(folder, "nginx.conf").write_text(settings)
    process = subprocess.Popen([program, "-p", folder, "-e", "error.log", "-c", "nginx.conf"])
    try:
        wait_for(tls, process)
        addresses = (f"http://127.0.0.1:{plain}", f"https://127.0.0.1:{tls}")
        yield *(f"{address}/api/member" for address in addresses), f"{folder}/certificate.pem"
    finally:
        stop(process)


@contextmanager
def mocks(folder):
    """The bundled mocks; tells where the website is."""
    banner = Path(folder, "banner.txt")
    with open(banner, "wb") as output:
        process = subprocess.Popen(
            [PROGRAM, "mock", "--port", "0", "--lang", "en"], stdout=output, cwd=folder)
    try:
        for _ in range(500):
            website = re.search(r"website +(http://\S+)", banner.read_text())
            if website and "Ctrl-C" in banner.read_text():
                break
            time.sleep(0.02)
        else:
            raise RuntimeError("the mocks do not start")
        yield website[1]
    finally:
        stop(process, signal.SIGINT)
