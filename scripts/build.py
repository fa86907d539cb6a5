"""Build the site into site/: make the environment if it is not there yet, then run the toolkit."""

from house import environment, talk


def build(arguments: list[str]) -> int:
    return talk.run((environment.prepare("build"), "-m", "toolkit", "build", *arguments))


if __name__ == "__main__":
    talk.press(build)
