#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks of packaging/ that need no container engine, Prometheus or systemd.

files.py ROOT SERVER            check the files of the tree at ROOT against the built chatcal-server
files.py --instructions FILE    the instructions of a Containerfile, one a line: NAME<tab>ARGUMENTS
files.py --context <LIST        of NUL-separated paths on stdin, those .dockerignore in the current folder lets through
"""
import fnmatch
import json
import pathlib
import re
import subprocess
import sys

SECRET = re.compile(r"(PASSWORD|SECRET|TOKEN|API_?KEY)", re.IGNORECASE)


def instructions(path):
    """[(name, arguments)] with continued lines joined."""
    text = re.sub(r"\\\n\s*", "", path.read_text())
    pairs = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, arguments = line.split(maxsplit=1)
            pairs.append((name, arguments))
    # A stage without a name gets its number, as engines count.
    stages = 0
    for i, (name, arguments) in enumerate(pairs):
        if name == "FROM":
            if " AS " not in arguments:
                pairs[i] = (name, f"{arguments} AS {stages}")
            stages += 1
    return pairs


def ignored(path, patterns):
    for pattern in patterns:
        # "**/" stands for any number of folders, none too; a pattern that names a folder takes all below it.
        candidates = [pattern, pattern + "/*"]
        if pattern.startswith("**/"):
            candidates += [pattern[3:], pattern[3:] + "/*"]
        if any(fnmatch.fnmatchcase(path, candidate) for candidate in candidates):
            return True
    return False


def ignore_patterns(root):
    lines = (root / ".dockerignore").read_text().splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


class Checks:
    def __init__(self, root, server):
        self.root = root
        self.server = server
        self.wrong = []

    def expect(self, holds, message):
        if not holds:
            self.wrong.append(message)

    def containerfile(self):
        folder = self.root / "packaging/container"
        steps = instructions(folder / "Containerfile")
        known = {"FROM", "COPY", "RUN", "USER", "ENV", "VOLUME", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK", "ENTRYPOINT"}
        patterns = ignore_patterns(self.root)
        for name, arguments in steps:
            self.expect(name in known, f"Containerfile: {name} is not among {sorted(known)}")
            if name == "FROM":
                self.expect(re.match(r"docker\.io/library/debian:12-slim AS \w+$", arguments),
                            f"Containerfile: FROM {arguments}: Debian 12 by its full name")
            if name == "RUN":
                self.expect(arguments.startswith("/build.sh "),
                            f"Containerfile: RUN {arguments}: steps belong into build.sh, which the tests share")
            if name == "ENV":
                self.expect(not SECRET.search(arguments), f"Containerfile: ENV {arguments}: no secret in a layer")
            if name == "COPY" and not arguments.startswith("--from="):
                source = arguments.split()[0]
                self.expect((self.root / source).exists(), f"Containerfile: COPY {source}: no such file")
                self.expect(source == "." or not ignored(source, patterns), f".dockerignore hides {source}")
        last = [name for name, _ in steps]
        last = last[len(last) - last[::-1].index("FROM"):]
        for name in ("USER", "HEALTHCHECK", "VOLUME", "EXPOSE", "ENTRYPOINT"):
            self.expect(last.count(name) == 1, f"Containerfile: the stage that runs has {last.count(name)} {name}")
        for name, arguments in steps:
            if name in ("ENTRYPOINT", "HEALTHCHECK"):
                self.expect(isinstance(json.loads(arguments[arguments.index("["):]), list), f"{name}: not the exec form")
        for kept_out in ("build/dev/bin/chatcal", "tests/e2e/node_modules/x", "packaging/container/.env",
                         "packaging/container/chatcal.env", "data/owner.token", "data/secret.key", ".git/config"):
            self.expect(ignored(kept_out, patterns), f".dockerignore lets {kept_out} into the image")
        packages = subprocess.run([folder / "build.sh", "list"], check=True, capture_output=True, text=True).stdout.split()
        developers = (self.root / "dev").read_text().split("build_packages=(")[1].split(")")[0].split()
        self.expect(set(packages) <= set(developers), f"build.sh installs what ./dev does not: {set(packages) - set(developers)}")

    def compose(self):
        import yaml
        document = yaml.safe_load((self.root / "packaging/container/compose.yaml").read_text())
        services = document["services"]
        allowed = {"build", "image", "profiles", "restart", "user", "env_file", "environment", "command", "depends_on",
                   "ports", "volumes", "networks", "read_only", "tmpfs", "cap_drop", "security_opt", "stop_grace_period",
                   "healthcheck"}
        volumes, networks = set(document["volumes"]), set(document["networks"])
        for name, service in services.items():
            self.expect(set(service) <= allowed, f"compose: {name}: unknown keys {set(service) - allowed}")
            for dependency, how in service.get("depends_on", {}).items():
                self.expect(dependency in services, f"compose: {name} depends on {dependency}, which is none")
                self.expect(how == {"condition": "service_healthy"}, f"compose: {name} does not wait for {dependency}'s health")
            for volume in service.get("volumes", []):
                source = volume.split(":")[0]
                if source.startswith("."):
                    path = self.root / "packaging/container" / source
                    self.expect(path.exists() or source == "./tls", f"compose: {name} mounts {source}, which is not there")
                else:
                    self.expect(source in volumes, f"compose: {name}: volume {source} is not declared")
            self.expect(set(service["networks"]) <= networks, f"compose: {name}: unknown network")
            for variable, value in service.get("environment", {}).items():
                self.expect(not SECRET.search(variable) or str(value).startswith("${"),
                            f"compose: {name}: {variable} stands in the file")
        redis = services["redis"]
        self.expect("ports" not in redis, "compose: Redis is reachable from outside")
        self.expect("appendonly yes" in redis["command"][-1], "compose: Redis keeps nothing")
        self.expect("requirepass" in redis["command"][-1], "compose: Redis has no password")
        self.expect("healthcheck" in redis, "compose: Redis has no health check")
        build = services["chatcal"]["build"]
        context = self.root / "packaging/container" / build["context"]
        self.expect((context / build["dockerfile"]).exists(), "compose: no Containerfile where it says")
        for port in services["chatcal"]["ports"]:
            self.expect(port.startswith("127.0.0.1:"), f"compose: {port} is open to the world without TLS")

    def settings(self):
        """Each setting an example names is one the server knows."""
        help_text = subprocess.run([self.server, "--help"], check=True, capture_output=True, text=True).stdout
        known = set(re.findall(r"^  ([A-Z][A-Z_]+) ", help_text, re.MULTILINE))
        # Some have a longer name in the environment, which is where the examples put them.
        short = set()
        prefixed = re.search(r"chatcal\.conf\. ([A-Z_, and]+?) begin with CHATCAL_", help_text.replace("\n", " "))
        self.expect(prefixed, "--help does not say which names begin with CHATCAL_ in the environment")
        for name in re.findall(r"[A-Z_]{3,}", prefixed[1] if prefixed else ""):
            known = known - {name} | {"CHATCAL_" + name}
            short.add(name)
        lines = (self.root / "packaging/chatcal.env.example").read_text().splitlines()
        names = {match[1] for line in lines if (match := re.match(r"#?([A-Z][A-Z_]+)=", line))}
        self.expect(len(names) > 20, "chatcal.env.example: hardly a setting in it")
        self.expect(names <= known, f"chatcal.env.example: unknown settings {sorted(names - known)}")
        # In the papers settings stand at the head of an indented line or in code marks.
        for paper in ("docs/operations.md", "packaging/systemd/chatcal.service", "packaging/container/compose.yaml",
                      "packaging/container/Containerfile", "packaging/nginx/chatcal.conf"):
            text = (self.root / paper).read_text()
            prefixes = "CHATCAL|GROQ|ANTHROPIC|OPENAI|GOOGLE|CALDAV|SMTP|MY|TRUSTED|LOG|REDIS|SECRET|WORKING|RATE|ALLOWED"
            for name in set(re.findall(rf"\b((?:{prefixes})_[A-Z_]+[A-Z])\b", text)):
                base = name.removesuffix("_FILE")
                # The last is read by the desktop and chatcal-cli, no setting of the server.
                self.expect({name, base} & (known | short) or name in ("REDIS_PASSWORD", "CHATCAL_PASSPHRASE_FILE"),
                            f"{paper}: {name} is not a setting")

    def alerts(self):
        """Each metric an alert looks at is one the server has."""
        import yaml
        document = yaml.safe_load((self.root / "packaging/prometheus/chatcal-alerts.yaml").read_text())
        source = "".join((self.root / file).read_text() for file in ("core/ops/metrics.cpp", "server/api/health.cpp"))
        names = set(re.findall(r'\.Name\("(chatcal_\w+)"\)|# TYPE (chatcal_\w+) ', source))
        names = {one or other for one, other in names}
        self.expect(len(names) > 5, "hardly a metric found in core/ops/metrics.cpp")
        for group in document["groups"]:
            for rule in group["rules"]:
                self.expect({"alert", "expr", "for", "labels", "annotations"} >= set(rule), f"odd keys in {rule['alert']}")
                for name in re.findall(r"\b(chatcal_\w+)", rule["expr"]):
                    base = re.sub(r"_(bucket|sum|count)$", "", name)
                    self.expect(name in names or base in names, f"alert {rule['alert']}: no metric {name}")
        yaml.safe_load((self.root / "packaging/prometheus/scrape.yaml").read_text())


def main():
    if sys.argv[1] == "--instructions":
        for name, arguments in instructions(pathlib.Path(sys.argv[2])):
            print(f"{name}\t{arguments}")
        return 0
    if sys.argv[1] == "--context":
        patterns = ignore_patterns(pathlib.Path("."))
        for path in sys.stdin.read().split("\0"):
            if path and pathlib.Path(path).exists() and not ignored(path, patterns):
                sys.stdout.write(path + "\0")
        return 0
    try:
        import yaml  # noqa: F401
    except ImportError:
        print("SKIPPED: python3-yaml is not installed")
        return 77
    checks = Checks(pathlib.Path(sys.argv[1]), sys.argv[2])
    for check in (checks.containerfile, checks.compose, checks.settings, checks.alerts):
        check()
    for message in checks.wrong:
        print(message)
    print("packaging: " + ("wrong" if checks.wrong else "as it should be"))
    return 1 if checks.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
