"""Show the site in a browser while it is being written; every saved file shows at once."""

from house import environment, talk


def serve(arguments: list[str]) -> int:
    return talk.run((environment.prepare("build"), "-m", "toolkit", "serve", *arguments))


if __name__ == "__main__":
    talk.press(serve)
