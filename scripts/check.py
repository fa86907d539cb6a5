"""Look over what the campaigns say, and build nothing: every mistake at once, with its line."""

from house import environment, talk


def check(arguments: list[str]) -> int:
    return talk.run((environment.prepare("build"), "-m", "toolkit", "check", *arguments))


if __name__ == "__main__":
    talk.press(check)
