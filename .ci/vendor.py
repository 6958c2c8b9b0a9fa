"""Fetch the third-party assets that the pages use, exactly those that ``static/vendor/manifest.toml`` names.

Nothing is loaded from elsewhere at run time, so everything a page needs is kept in ``static/vendor``: one folder for
each package, with its licence beside it. Run with ``--check`` to compare what is there with the manifest, offline.
"""

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"
MANIFEST = VENDOR / "manifest.toml"


class MismatchError(Exception):
    """Something is not what the manifest says; the message names it."""


@dataclass(frozen=True, slots=True)
class Package:
    """One entry of the manifest: ``files`` gives the SHA-256 of each file by its path inside the package."""

    name: str
    version: str
    licence: str
    folder: str
    files: Mapping[str, str]

    def place(self, path: str) -> Path:
        """Return where the file at ``path`` inside the package is kept in this project."""
        return VENDOR / self.folder / Path(path).name


def read_manifest() -> list[Package]:
    """Return the packages of the manifest, in its order."""
    with MANIFEST.open("rb") as file:
        return [Package(**entry) for entry in tomllib.load(file)["package"]]


def download(package: Package) -> dict[str, bytes]:
    """Let npm fetch the package; return every file's content by its path inside the package."""
    with tempfile.TemporaryDirectory() as folder:
        pack = ["npm", "pack", "--silent", "--json", f"--pack-destination={folder}"]
        subprocess.run([*pack, f"{package.name}@{package.version}"], check=True, capture_output=True)  # noqa: S603 - both from the manifest
        (archive,) = Path(folder).glob("*.tgz")
        contents = {}
        with tarfile.open(archive) as opened:
            for member in opened:
                file = opened.extractfile(member)  # None for what is no file
                if file:
                    contents[member.name.removeprefix("package/")] = file.read()
        return contents


def fetch(package: Package) -> None:
    """Replace the package's folder with the files of the manifest. Raises MismatchError, and then changes nothing."""
    contents = download(package)
    stated = json.loads(contents["package.json"])["license"]
    if stated != package.licence:
        raise MismatchError(f"{package.name}: the licence is {stated}, not {package.licence}")
    verify(package, contents)
    shutil.rmtree(VENDOR / package.folder, ignore_errors=True)
    (VENDOR / package.folder).mkdir(parents=True)
    for path in package.files:
        package.place(path).write_bytes(contents[path])


def kept(package: Package) -> dict[str, bytes]:
    """Return the content of the package's files as they are in this project."""
    return {path: package.place(path).read_bytes() for path in package.files if package.place(path).is_file()}


def verify(package: Package, contents: Mapping[str, bytes]) -> None:
    """Raise MismatchError, with the lines that the manifest would need, where a file is missing or differs."""
    wrong = []
    for path, digest in package.files.items():
        actual = hashlib.sha256(contents[path]).hexdigest() if path in contents else "missing"
        if actual != digest:
            wrong.append(f'"{path}" = "{actual}"')
    if wrong:
        raise MismatchError("\n".join([f"{package.name} is not what the manifest says:", *wrong]))


def main() -> int:
    """Fetch, or check, every package of the manifest; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="verify what is there, fetch nothing")
    check = parser.parse_args().check
    try:
        for package in read_manifest():
            if check:
                verify(package, kept(package))
            else:
                fetch(package)
    except MismatchError as mismatch:
        print(mismatch, file=sys.stderr)  # noqa: T201 - the one thing that this script has to say
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
