#!/usr/bin/env bash
# What the container's image holds: Debian 12 with the .NET 10 SDK, what set-up would install by itself, and a user who may use
# sudo without a password. Run as root, with the user's name.
set -euo pipefail
user=${1:?name the user}
export DEBIAN_FRONTEND=noninteractive

apt-get update
apt-get install -y --no-install-recommends \
    ca-certificates curl git sudo npm jupyter-notebook \
    libc6 libgcc-s1 libstdc++6 libssl3 zlib1g fonts-noto-cjk fonts-dejavu-core

dotnet=/usr/share/dotnet
if [ ! -x "$dotnet/dotnet" ]; then
    curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0 --install-dir "$dotnet"
fi
ln -sf "$dotnet/dotnet" /usr/local/bin/dotnet

id -u "$user" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash --uid 1000 "$user"
echo "$user ALL=(ALL) NOPASSWD:ALL" >"/etc/sudoers.d/$user"
chmod 440 "/etc/sudoers.d/$user"
