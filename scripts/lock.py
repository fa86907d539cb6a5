"""Write the lock files anew from pyproject.toml; with --upgrade, with the newest packages."""

from house import environment, talk

# Each lock keeps to the versions of the one before, so that one environment can hold them all.
LOCKS = {
    "build": ("pyproject.toml", "--all-extras", "--group=house"),
    "test": (
        "pyproject.toml",
        "--all-extras",
        "--group=dev",
        "--constraint=requirements/build.txt",
    ),
    "lock": ("--group=lock", "--constraint=requirements/test.txt"),
}
# One lock for every system and every Python from our floor on, naming no host.
COMMON = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--quiet",
    "--custom-compile-command=python3 scripts/lock.py",
)


def lock(arguments: list[str]) -> int:
    python = environment.prepare("lock")
    for name, choice in LOCKS.items():
        talk.say(f"Writing requirements/{name}.txt")
        uv = (python, "-m", "uv", "pip", "compile", f"--output-file=requirements/{name}.txt")
        if code := talk.run((*uv, *COMMON, *choice, *arguments)):
            return code
    return 0


if __name__ == "__main__":
    talk.press(lock)
