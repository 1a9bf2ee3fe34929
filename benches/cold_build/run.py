#!/usr/bin/env python3
"""What the first command costs: the CPU time of `cargo build --release` from an empty target folder, crate by crate.

    benches/cold_build/run.py [--target DIR] [--top N] [--save FILE] [-- CARGO ARGUMENTS...]
    benches/cold_build/run.py --compare BEFORE AFTER
    benches/cold_build/run.py --dependencies FILE

Cargo calls this same file in place of rustc (RUSTC_WRAPPER); it notes what each call used, user and system, children included:
the linker counts for the crate that is linked, the C compiler for the build script that calls it, which is noted as `NAME (run)`
from what Cargo's own time leaves over. CPU time on a busy machine is a little dearer than on an idle one: compare runs that
were made in the same hour. --save writes the table as JSON, which the others read: --compare prints what differs, --dependencies what each direct
dependency costs with the crates that only it brings.
"""

import argparse
import collections
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

NOTES = "WARRAQ_COLD_BUILD_NOTES"


def cpu_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compile_one(command):
    """Calls rustc, and notes its CPU time under the name of the crate."""
    # Whoever calls lends rustc its job tokens through open files.
    code = subprocess.call(command, close_fds=False)
    names = [after for option, after in zip(command, command[1:]) if option == "--crate-name"]
    if names and names[0] != "___":
        with open(os.environ[NOTES], "a", encoding="utf-8") as notes:
            package = os.environ.get("CARGO_PKG_NAME", names[0])
            notes.write(f"{package}\t{names[0]}\t{cpu_of_children():.3f}\n")
    return code


def measure(arguments):
    with tempfile.TemporaryDirectory() as folder:
        notes = os.path.join(folder, "notes")
        target = arguments.target or os.path.join(folder, "target")
        environment = {
            **os.environ,
            NOTES: notes,
            "CARGO_TARGET_DIR": target,
            "RUSTC_WRAPPER": os.path.abspath(__file__),
        }
        started = time.monotonic()
        command = ["cargo", "build", "--release", *arguments.cargo]
        subprocess.run(command, env=environment, check=True)
        wall, total = time.monotonic() - started, cpu_of_children()
        costs = collections.Counter()
        with open(notes, encoding="utf-8") as lines:
            for line in lines:
                package, _, cpu = line.rstrip("\n").split("\t")
                costs[package] += float(cpu)
    costs["(build scripts, Cargo itself)"] = total - sum(costs.values())
    return {"wall": wall, "cpu": total, "crates": len(costs) - 1, "costs": dict(costs)}


def show(run, top):
    print(f"{run['cpu']:.0f} CPU s, {run['wall']:.0f} s, {run['crates']} crates")
    for name, cpu in sorted(run["costs"].items(), key=lambda cost: -cost[1])[:top]:
        print(f"{cpu:8.1f}  {name}")


def compare(before, after, top):
    print(f"before {before['cpu']:.0f} CPU s, {before['wall']:.0f} s, {before['crates']} crates")
    print(f"after  {after['cpu']:.0f} CPU s, {after['wall']:.0f} s, {after['crates']} crates")
    print(f"       {after['cpu'] / before['cpu']:.2f}")
    costs = [run["costs"] for run in (before, after)]
    changes = {name: [cost.get(name, 0.0) for cost in costs] for name in {*costs[0], *costs[1]}}
    for name, (was, is_now) in sorted(changes.items(), key=lambda change: -abs(change[1][1] - change[1][0]))[:top]:
        print(f"{was:8.1f} {is_now:8.1f}  {name}")


def dependencies(run):
    """What would go with each direct dependency of our packages: itself, and what nothing else leads to."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", host()]
    metadata = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    name = {package["id"]: package["name"] for package in metadata["packages"]}
    leads_to = {
        node["id"]: [one["pkg"] for one in node["deps"] if any(kind["kind"] != "dev" for kind in one["dep_kinds"])]
        for node in metadata["resolve"]["nodes"]
    }
    root = metadata["resolve"]["root"]

    def reached(without):
        seen, rest = {root}, [root]
        while rest:
            fresh = set(leads_to[rest.pop()]) - seen - {without}
            seen |= fresh
            rest += fresh
        return {name[one] for one in seen}

    every = reached(None)
    members = set(metadata["workspace_members"])
    for one in {one for member in members for one in leads_to[member]} - members:
        brought = every - reached(one)
        yield sum(run["costs"].get(crate, 0.0) for crate in brought), len(brought), name[one]


def host():
    """The machine's target triple, as rustc names it."""
    version = subprocess.run(["rustc", "-vV"], check=True, stdout=subprocess.PIPE, text=True).stdout
    return next(line.removeprefix("host: ") for line in version.splitlines() if line.startswith("host: "))


def main():
    if NOTES in os.environ:
        return compile_one(sys.argv[1:])
    parser = argparse.ArgumentParser(description="What the first command costs, crate by crate.")
    parser.add_argument("--target", help="the folder to build in, instead of an empty one that goes away")
    parser.add_argument("--top", type=int, default=40, help="how many crates to print")
    parser.add_argument("--save", metavar="FILE", help="write the table as JSON")
    parser.add_argument("--compare", nargs=2, metavar=("BEFORE", "AFTER"), help="two tables that were saved")
    parser.add_argument("--dependencies", metavar="FILE", help="one that was saved, by direct dependencies")
    parser.add_argument("cargo", nargs="*", help="more arguments of `cargo build`")
    arguments = parser.parse_args()
    if arguments.compare:
        tables = [json.load(open(path, encoding="utf-8")) for path in arguments.compare]
        compare(*tables, arguments.top)
        return 0
    if arguments.dependencies:
        run = json.load(open(arguments.dependencies, encoding="utf-8"))
        for cpu, crates, name in sorted(dependencies(run), reverse=True):
            print(f"{cpu:8.1f} {crates:4}  {name}")
        return 0
    run = measure(arguments)
    if arguments.save:
        with open(arguments.save, "w", encoding="utf-8") as file:
            json.dump(run, file, indent=1)
    show(run, arguments.top)
    return 0


if __name__ == "__main__":
    sys.exit(main())
