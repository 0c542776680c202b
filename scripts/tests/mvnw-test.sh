#!/bin/sh
# Tests ./mvnw with make-believe JDKs, Mavens and downloads: needs no network and no Java, and leaves nothing behind.
# Prints one `ok` or `not ok` line for each case, then the sum. MVNW_TEST_SHELL (default: sh) is the shell to run
# mvnw with.
set -u

repo=$(CDPATH='' cd -P -- "$(dirname "$0")/../.." && pwd)
mvnw=$repo/mvnw
shell=$(command -v "${MVNW_TEST_SHELL:-sh}")
work=$(mktemp -d "${TMPDIR:-/tmp}/mvnw-test.XXXXXX") || exit 1
work=$(CDPATH='' cd -P -- "$work" && pwd) # without links (macOS' /tmp), as mvnw names its finds
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

maven_version=$(sed -n 's/^MAVEN_VERSION=//p' "$mvnw")
passed=0
failed=0

# --- the make-believe world -----------------------------------------------------------------------------------------

# script FILE: an executable sh script made of standard input.
script() {
    mkdir -p "${1%/*}"
    { echo '#!/bin/sh' && cat; } >"$1"
    chmod 755 "$1"
}

# jre FOLDER VERSION; its java knows -version and java.home.
jre() {
    script "$1/bin/java" <<END
echo 'Picked up JAVA_TOOL_OPTIONS: -Dnothing="1.2"' >&2
echo '    java.home = $1' >&2
echo 'openjdk version "$2" 2025-01-01' >&2
END
    printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\nJAVA_VERSION_DATE="2025-01-01"\n' "$2" >"$1/release"
}

jdk() {
    jre "$1" "$2"
    script "$1/bin/javac" </dev/null
}

# mvn_stub FILE VERSION: answers -v, and otherwise writes down how it was called. Its first argument may be an
# exit code to end with.
mvn_stub() {
    script "$1" <<END
if [ "\$*" = -v ]; then
    printf '\033[1mApache Maven $2\033[m (stub)\nJava version: whatever\n'
    exit 0
fi
{
    echo "maven \$0"
    echo "java \$JAVA_HOME"
    echo "base \$MAVEN_PROJECTBASEDIR"
    echo "folder \$(pwd)"
    for argument in "\$@"; do printf 'argument <%s>\n' "\$argument"; done
} >'$work/calls'
case \$1 in
    [0-9]*) exit "\$1" ;;
esac
END
}

sha512() {
    if command -v sha512sum >/dev/null 2>&1; then sha512sum; else shasum -a 512; fi
}

# tools FOLDER NAME...: makes the tools of this machine callable from FOLDER.
tools() {
    folder=$1
    shift
    for tool in "$@"; do
        real=$(command -v "$tool") && script "$folder/$tool" <<END
exec '$real' "\$@"
END
    done
}

# A downloader that takes what is asked of https://mirror.invalid from the folder of downloads. $2 is its option for
# the file to write.
downloader() {
    script "$1" <<END
while [ \$# -gt 0 ]; do
    case \$1 in
        $2) file=\$2; shift ;;
        https://mirror.invalid/*) from=$work/downloads/\${1#https://mirror.invalid/} ;;
    esac
    shift
done
echo "\${0##*/}" >>'$work/downloaded'
cp "\$from" "\$file"
END
}

make_world() {
    jdk "$work/jdks/jdk-17" 17.0.15
    jdk "$work/jdks/jdk-21" 21.0.2
    jdk "$work/jdks/jdk-21-newer" 21.0.10
    jdk "$work/jdks/jdk-8" 1.8.0_402
    jdk "$work/jdk 25" 25.0.1
    jdk "$work/jdk-26-ea" 26-ea
    jdk "$work/no-release" 24.0.1
    rm "$work/no-release/release"
    jdk "$work/old-no-release" 17.0.15
    rm "$work/old-no-release/release"
    jre "$work/jres/jre-25" 25.0.1
    mvn_stub "$work/mvn-3.9/mvn" 3.9.9
    mvn_stub "$work/mvn-3.8.0/mvn" 3.8.0
    mvn_stub "$work/mvn-3.6/mvn" 3.6.3
    mvn_stub "$work/mvn-4/mvn" 4.0.0-rc-4
    mkdir "$work/linked" "$work/elsewhere"
    # Its home must be known from the links alone.
    jdk "$work/mute" 21.0.2
    echo 'exit 1' >"$work/mute/bin/java"
    ln -s ../mute/bin/java "$work/linked/java-21"
    ln -s java-21 "$work/linked/java"
    script "$work/shim/java" <<END
exec '$work/jdks/jdk-21/bin/java' "\$@"
END
    # Should mvnw let itself be called, this ends it at the third time.
    script "$work/mvn-calls-mvnw/mvn" <<END
echo call >>'$work/called'
[ "\$(grep -c '' '$work/called')" -lt 3 ] && exec '$shell' '$mvnw' "\$@"
END

    name=apache-maven-$maven_version
    mvn_stub "$work/packed/$name/bin/mvn" "$maven_version"
    binaries=$work/downloads/$maven_version/binaries
    mkdir -p "$binaries" "$work/no-downloads" "$work/broken-downloads/$maven_version/binaries"
    (CDPATH='' cd "$work/packed" && tar -cf - "$name") | gzip -c >"$binaries/$name-bin.tar.gz"
    archive_sha512=$(sha512 <"$binaries/$name-bin.tar.gz")
    archive_sha512=${archive_sha512%% *}
    echo 'no archive' >"$work/broken-downloads/$maven_version/binaries/$name-bin.tar.gz"
    broken_sha512=$(echo 'no archive' | sha512)
    broken_sha512=${broken_sha512%% *}

    tools "$work/bin" sed grep readlink mktemp mkdir rmdir mv rm cp cat tail tar gzip
    tools "$work/sha512sum" sha512sum
    if [ ! -e "$work/sha512sum/sha512sum" ]; then
        tools "$work/real" shasum
        script "$work/sha512sum/sha512sum" <<END
exec '$work/real/shasum' -a 512
END
    fi
    script "$work/shasum/shasum" <<END
[ "\$*" = '-a 512' ] && exec '$work/sha512sum/sha512sum'
END
    downloader "$work/curl/curl" -o
    downloader "$work/wget/wget" -O
    script "$work/killing/curl" <<'END'
kill -TERM "$PPID"
END
}

# --- running a case -------------------------------------------------------------------------------------------------

# By default: no JDK, a good mvn, the download at hand.
reset() {
    rm -rf "${work:?}/home" "$work/calls" "$work/downloaded"
    mkdir "$work/home"
    java_home=
    jdk_dirs=none
    path=$work/sha512sum:$work/bin
    url=file://$work/downloads
    sum=$archive_sha512
    folder=$work
}

# Runs mvnw in $folder in the world that was set up; its output is in $work/out and $work/err.
run() {
    rm -f "$work/calls"
    (
        CDPATH='' cd "$folder" &&
            exec env -i HOME="$work/home" PATH="$path" MVNW_REPO_BASE="$url" ${sum:+"MVNW_SHA512=$sum"} \
                ${java_home:+"JAVA_HOME=$java_home"} ${jdk_dirs:+"MVNW_JDK_DIRS=$jdk_dirs"} "$shell" "$mvnw" "$@"
    ) >"$work/out" 2>"$work/err" </dev/null
    status=$?
}

called() {
    grep -Fqx -- "$1" "$work/calls"
}

# Maven ran with this JDK, and mvnw had nothing to say.
used_jdk() {
    [ "$status" -eq 0 ] && called "java $1" && [ ! -s "$work/err" ]
}

used_mvn() {
    [ "$status" -eq 0 ] && called "maven $work/$1/mvn" && [ ! -d "$work/home/.m2" ]
}

used_fetched() {
    [ "$status" -eq 0 ] && fetched && [ ! -s "$work/err" ] &&
        called "maven $work/home/.m2/graph-tracker-maven/apache-maven-$maven_version/bin/mvn"
}

# The fetched Maven is in its place, and nothing else.
fetched() {
    [ "$(ls -A "$work/home/.m2/graph-tracker-maven")" = "apache-maven-$maven_version" ]
}

# mvnw ended with exit code 1 and one sentence that has $1 in it, ran no Maven, and left nothing behind.
refused() {
    [ "$status" -eq 1 ] && [ "$(grep -c '' "$work/err")" -eq 1 ] && grep -q '^mvnw: [A-Z].*\.$' "$work/err" &&
        grep -Fq -- "$1" "$work/err" && [ ! -s "$work/out" ] && [ ! -e "$work/calls" ] && nothing_left
}

nothing_left() {
    [ ! -e "$work/home/.m2/graph-tracker-maven" ]
}

# check NAME FUNCTION: one case.
check() {
    reset
    if "$2"; then
        passed=$((passed + 1))
        echo "ok $((passed + failed)) - $1"
    else
        failed=$((failed + 1))
        echo "not ok $((passed + failed)) - $1"
        echo "# exit code $status"
        for file in out err calls; do
            if [ -s "$work/$file" ]; then sed "s/^/# $file: /" "$work/$file"; fi
        done
    fi
}

# --- the JDK --------------------------------------------------------------------------------------------------------

with_good_mvn() {
    path=$work/mvn-3.9:$path
}

java_home_good() {
    with_good_mvn
    java_home=$work/jdks/jdk-21
    path=$work/jdk\ 25/bin:$path
    jdk_dirs="$work/jdk*"
    run verify
    used_jdk "$work/jdks/jdk-21"
}

java_home_early_access() {
    with_good_mvn
    java_home=$work/jdk-26-ea
    run verify
    used_jdk "$work/jdk-26-ea"
}

java_home_old() {
    with_good_mvn
    path=$work/jdk\ 25/bin:$path
    for java_home in "$work/jdks/jdk-17" "$work/jdks/jdk-8" "$work/nowhere"; do
        run verify
        used_jdk "$work/jdk 25" || return 1
    done
}

java_home_jre() {
    with_good_mvn
    java_home=$work/jres/jre-25
    path=$work/jdks/jdk-21/bin:$path
    run verify
    used_jdk "$work/jdks/jdk-21"
}

path_linked() {
    with_good_mvn
    path=$work/linked:$path
    run verify
    used_jdk "$work/mute"
}

path_shim() {
    with_good_mvn
    path=$work/shim:$path
    run verify
    used_jdk "$work/jdks/jdk-21"
}

path_old() {
    with_good_mvn
    path=$work/jdks/jdk-17/bin:$path
    jdk_dirs="$work/nowhere/*:$work/jdk *"
    run verify
    used_jdk "$work/jdk 25"
}

path_jre() {
    with_good_mvn
    path=$work/jres/jre-25/bin:$path
    jdk_dirs="$work/jres/*:$work/jdks/*"
    run verify
    used_jdk "$work/jdks/jdk-21-newer"
}

folders_newest() {
    with_good_mvn
    jdk_dirs="$work/jdks/*"
    run verify
    used_jdk "$work/jdks/jdk-21-newer" || return 1
    jdk_dirs="$work/jdks/*:$work/jdk*"
    run verify
    used_jdk "$work/jdk-26-ea"
}

# The version is one that no JDK of this machine can beat.
usual_folders() {
    with_good_mvn
    jdk_dirs=
    for jdk in .jdks/openjdk .sdkman/candidates/java/999-open Library/Java/JavaVirtualMachines/x.jdk/Contents/Home; do
        jdk "$work/home/$jdk" 999
        run verify
        used_jdk "$work/home/$jdk" || return 1
        rm -r "${work:?}/home/$jdk"
    done
}

no_release_file() {
    with_good_mvn
    java_home=$work/old-no-release
    jdk_dirs="$work/no-rel*"
    run verify
    used_jdk "$work/no-release"
}

no_jdk() {
    with_good_mvn
    run verify
    refused 'No JDK 21 or newer was found: install one'
}

only_bad_jdks() {
    with_good_mvn
    java_home=$work/jdks/jdk-8
    path=$work/jdks/jdk-17/bin:$path
    jdk_dirs="$work/jres/*:$work/jdks/jdk-17:$work/old*:$work/downloads"
    run verify
    refused 'or set JAVA_HOME to one'
}

# --- Maven ----------------------------------------------------------------------------------------------------------

with_jdk() {
    java_home=$work/jdks/jdk-21
}

mvn_good() {
    with_jdk
    good_path=$path
    for mvn in mvn-3.9 mvn-3.8.0 mvn-4; do
        path=$work/$mvn:$good_path
        run verify
        used_mvn "$mvn" || return 1
    done
}

mvn_old() {
    with_jdk
    path=$work/mvn-3.6:$path
    run verify
    used_fetched && used_jdk "$work/jdks/jdk-21"
}

mvn_none() {
    with_jdk
    run verify
    used_fetched
}

mvn_calls_mvnw() {
    with_jdk
    path=$work/mvn-calls-mvnw:$path
    run verify
    used_fetched && [ "$(cat "$work/called")" = call ]
}

fetched_once() {
    with_jdk
    path=$work/curl:$path
    url=https://mirror.invalid
    run verify
    used_fetched || return 1
    rm "$work/downloaded"
    run verify
    used_fetched && [ ! -e "$work/downloaded" ]
}

fetched_by_curl() {
    with_jdk
    path=$work/curl:$work/wget:$path
    url=https://mirror.invalid
    run verify
    used_fetched && [ "$(cat "$work/downloaded")" = curl ]
}

fetched_by_wget() {
    with_jdk
    path=$work/wget:$path
    url=https://mirror.invalid
    run verify
    used_fetched && [ "$(cat "$work/downloaded")" = wget ]
}

fetched_repaired() {
    with_jdk
    mkdir -p "$work/home/.m2/graph-tracker-maven/apache-maven-$maven_version/bin"
    run verify
    used_fetched
}

checked_by_shasum() {
    with_jdk
    path=$work/shasum:$work/bin
    run verify
    used_fetched
}

# --- what can go wrong with a download ------------------------------------------------------------------------------

wrong_sum() {
    with_jdk
    sum=${archive_sha512#?}0
    run verify
    refused 'SHA-512 is wrong'
}

pinned_sum() {
    with_jdk
    sum=
    run verify
    refused 'SHA-512 is wrong'
}

no_sum_tool() {
    with_jdk
    path=$work/bin
    run verify
    refused 'without sha512sum or shasum: install one of them'
}

missing_download() {
    with_jdk
    url=file://$work/no-downloads
    run verify
    refused "could not be downloaded from $url/$maven_version/binaries/apache-maven-$maven_version-bin.tar.gz" ||
        return 1
    path=$work/curl:$path
    url=https://mirror.invalid/no
    run verify
    refused "could not be downloaded from $url/$maven_version"
}

no_downloader() {
    with_jdk
    url=https://mirror.invalid
    run verify
    refused 'without curl or wget: install one of them'
}

broken_archive() {
    with_jdk
    url=file://$work/broken-downloads
    sum=$broken_sha512
    run verify
    refused 'could not be unpacked'
}

unwritable_home() {
    with_jdk
    echo 'a file, no folder' >"$work/home/.m2"
    run verify
    refused 'make that folder writable'
}

killed() {
    with_jdk
    path=$work/killing:$path
    url=https://mirror.invalid
    run verify
    [ "$status" -gt 128 ] && [ ! -e "$work/calls" ] && nothing_left
}

# --- how Maven is run -----------------------------------------------------------------------------------------------

# shellcheck disable=SC2016 # nothing is to be expanded
arguments() {
    with_jdk
    with_good_mvn
    run -Dname='two  words' "it's" 'say "hi"' '' '*' '$HOME \n' '-f'
    [ "$status" -eq 0 ] && [ "$(grep -c '^argument' "$work/calls")" -eq 7 ] &&
        called 'argument <-Dname=two  words>' && called "argument <it's>" && called 'argument <say "hi">' &&
        called 'argument <>' && called 'argument <*>' && called 'argument <$HOME \n>' && called 'argument <-f>'
}

exit_code() {
    with_jdk
    with_good_mvn
    run 42
    [ "$status" -eq 42 ] || return 1
    reset
    with_jdk
    run 43 # the fetched one's
    [ "$status" -eq 43 ] && fetched
}

callers_folder() {
    with_jdk
    with_good_mvn
    folder=$work/elsewhere
    run verify
    [ "$status" -eq 0 ] && called "folder $work/elsewhere" && called "base $repo"
}

started_directly() {
    status=0
    PATH=$work/mvn-3.9:$PATH JAVA_HOME=$work/jdks/jdk-21 HOME=$work/home "$mvnw" verify >"$work/out" 2>"$work/err" ||
        status=$?
    used_jdk "$work/jdks/jdk-21"
}

make_world
check 'JAVA_HOME that is new enough is used' java_home_good
check 'JAVA_HOME may be an early-access JDK' java_home_early_access
check 'JAVA_HOME that is too old or not there: the JDK on PATH is used' java_home_old
check 'JAVA_HOME without javac is passed over' java_home_jre
check 'a link to java on PATH leads to its JDK' path_linked
check 'a shim of java on PATH leads to its JDK' path_shim
check 'java on PATH that is too old: a JDK of the install folders is used' path_old
check 'JREs without javac are passed over on PATH and in the install folders' path_jre
check 'the newest JDK of the install folders is used' folders_newest
check 'the usual install folders are searched' usual_folders
check 'a JDK without release file is asked for its version' no_release_file
check 'no JDK: one sentence' no_jdk
check 'only old JDKs and JREs: one sentence' only_bad_jdks
check 'mvn that is new enough is used' mvn_good
check 'mvn that is too old: Maven is fetched' mvn_old
check 'no mvn at all: Maven is fetched' mvn_none
check 'mvn that calls mvnw is passed over' mvn_calls_mvnw
check 'the fetched Maven is used again without a download' fetched_once
check 'curl is used before wget' fetched_by_curl
check 'wget is used where there is no curl' fetched_by_wget
check 'a fetched Maven without its mvn is fetched again' fetched_repaired
check 'shasum is used where there is no sha512sum' checked_by_shasum
check 'wrong SHA-512: refused, nothing left behind' wrong_sum
check 'the pinned SHA-512 holds unless a test replaces it' pinned_sum
check 'neither sha512sum nor shasum: one sentence' no_sum_tool
check 'download missing: one sentence' missing_download
check 'neither curl nor wget: one sentence' no_downloader
check 'archive that cannot be unpacked: one sentence' broken_archive
check 'folder that cannot be written: one sentence' unwritable_home
check 'a signal during the download leaves nothing behind' killed
check 'arguments arrive unchanged' arguments
check "Maven's exit code is passed on" exit_code
check "Maven runs in the caller's folder and knows the project's" callers_folder
check 'mvnw can be started directly' started_directly

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
