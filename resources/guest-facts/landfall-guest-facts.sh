#!/bin/sh
# Landfall guest facts for Linux. Reads, and changes nothing: no installs, no writes outside the one result it prints.
# Run as root where possible (some facts are hidden from others):
#   sudo sh landfall-guest-facts.sh > "$(hostname)-guest-facts.json"
# Then import the JSON file in Landfall. What cannot be read is left out: Landfall shows it as unknown, never as fine.
set -u
LC_ALL=C
export LC_ALL
PATH=$PATH:/usr/sbin:/sbin:/usr/local/sbin
export PATH

have() { command -v "$1" >/dev/null 2>&1; }

# A JSON text: backslash and quote escaped, control characters dropped.
text() { printf '"%s"' "$(printf '%s' "$1" | tr -d '\000-\037\177' | sed 's/\\/\\\\/g; s/"/\\"/g')"; }

separator=''
# Facts are printed as they are found; an empty value is not printed at all.
fact_text() { [ -n "$2" ] && { printf '%s\n    "%s": ' "$separator" "$1"; text "$2"; separator=','; }; }
fact_raw() { [ -n "$2" ] && { printf '%s\n    "%s": %s' "$separator" "$1" "$2"; separator=','; }; }

read_line() { [ -r "$1" ] && head -n 1 "$1" 2>/dev/null; }

# One JSON text per input line.
text_list() {
  first=1
  printf '['
  while IFS= read -r item; do
    [ -n "$item" ] || continue
    [ $first -eq 1 ] || printf ', '
    first=0
    text "$item"
  done
  printf ']'
}

yes_no() { if "$@" >/dev/null 2>&1; then echo true; else echo false; fi; }

os_release() { [ -r /etc/os-release ] && sed -n "s/^$1=//p" /etc/os-release | head -n 1 | sed 's/^"//; s/"$//'; }

kernel=$(uname -r)

kernel_flavour() {
  case $kernel in
    *uek*) echo uek ;;
    *.el[0-9]*|*-generic|*-azure|*-aws|*-virtual|*-default|*-amd64|*-cloud-amd64) echo stock ;;
    *) echo custom ;;
  esac
}

# Hydration needs these drivers in the initial file system, or built into the kernel.
has_hyperv_drivers() {
  built="/lib/modules/$kernel/modules.builtin"
  image=''
  for candidate in "/boot/initramfs-$kernel.img" "/boot/initrd.img-$kernel" "/boot/initrd-$kernel"; do
    [ -r "$candidate" ] && image=$candidate
  done
  listed=''
  if [ -n "$image" ] && have lsinitrd; then listed=$(lsinitrd "$image" 2>/dev/null)
  elif [ -n "$image" ] && have lsinitramfs; then listed=$(lsinitramfs "$image" 2>/dev/null)
  fi
  [ -n "$listed" ] || [ -r "$built" ] || return 1
  for driver in hv_vmbus hv_storvsc hv_netvsc; do
    if printf '%s' "$listed" | grep -q "$driver"; then continue; fi
    if [ -r "$built" ] && grep -q "$driver" "$built"; then continue; fi
    # Without a list of the image nothing can be said.
    [ -n "$listed" ] || return 1
    echo false
    return 0
  done
  echo true
}

secure_boot() {
  [ -d /sys/firmware/efi ] || { echo false; return; }
  for variable in /sys/firmware/efi/efivars/SecureBoot-*; do
    [ -r "$variable" ] || continue
    case $(od -An -t u1 "$variable" 2>/dev/null | tr -d ' \n') in
      *1) echo true ;;
      *0) echo false ;;
    esac
    return
  done
}

disks() {
  have lsblk || return
  first=1
  printf '['
  lsblk -b -d -n -o NAME,SIZE,TYPE,LOG-SEC 2>/dev/null | while read -r name size type sector; do
    [ "$type" = disk ] || continue
    [ "${size:-0}" -gt 0 ] 2>/dev/null || continue
    [ $first -eq 1 ] || printf ', '
    first=0
    printf '{ "id": '
    text "/dev/$name"
    printf ', "sizeBytes": %s' "$size"
    case $sector in ''|*[!0-9]*) ;; *) printf ', "logicalSectorBytes": %s' "$sector" ;; esac
    style=$(lsblk -d -n -o PTTYPE "/dev/$name" 2>/dev/null | tr -d ' ')
    case $style in gpt) printf ', "partitionStyle": "gpt"' ;; dos) printf ', "partitionStyle": "mbr"' ;; esac
    if lsblk -l -n -o TYPE "/dev/$name" 2>/dev/null | grep -q '^crypt'; then printf ', "isEncrypted": true'
    elif lsblk -l -n -o FSTYPE "/dev/$name" 2>/dev/null | grep -q 'crypto_LUKS'; then printf ', "isEncrypted": true'
    else printf ', "isEncrypted": false'
    fi
    printf ' }'
  done
  printf ']'
}

group_of_volume() { have lvs && lvs --noheadings -o vg_name "$1" 2>/dev/null | tr -d ' ' | head -n 1; }

volumes() {
  first=1
  printf '['
  df -P -k -T 2>/dev/null | sed 1d | while read -r device kind blocks _used available _share mount; do
    case $kind in tmpfs|devtmpfs|overlay|squashfs|efivarfs|proc|sysfs|fuse*) continue ;; esac
    [ $first -eq 1 ] || printf ', '
    first=0
    printf '{ "mountPoint": '
    text "$mount"
    printf ', "fileSystem": '
    text "$kind"
    printf ', "sizeKiB": %s, "freeKiB": %s' "$blocks" "$available"
    group=$(group_of_volume "$device")
    [ -n "$group" ] && { printf ', "lvmVolumeGroup": '; text "$group"; }
    printf ' }'
  done
  printf ']'
}

nics() {
  first=1
  printf '['
  for path in /sys/class/net/*; do
    name=${path##*/}
    [ "$name" = lo ] && continue
    [ -e "$path/device" ] || continue
    [ $first -eq 1 ] || printf ', '
    first=0
    printf '{ "id": '
    text "$name"
    mac=$(read_line "$path/address")
    [ -n "$mac" ] && { printf ', "mac": '; text "$mac"; }
    if have ip; then
      printf ', "ip": '
      ip -o addr show dev "$name" 2>/dev/null | awk '{ print $4 }' | sed 's#/.*##' | grep -v '^fe80' | text_list
    fi
    printf ', "isTeamed": %s }' "$(yes_no test -e "$path/master")"
  done
  printf ']'
}

device_of() { df -P "$1" 2>/dev/null | awk 'NR == 2 { print $1 }'; }
is_on_lvm() { have lsblk || return; kind=$(lsblk -n -o TYPE "$(device_of "$1")" 2>/dev/null | head -n 1); [ -n "$kind" ] || return; [ "$kind" = lvm ] && echo true || echo false; }

# The one disk under a file system; nothing where there are several.
disk_of() { have lsblk || return; lsblk -n -l -s -o NAME,TYPE "$(device_of "$1")" 2>/dev/null | awk '$2 == "disk" && !seen[$1]++ { n++; name = $1 } END { if (n == 1) print name }'; }

boot_group_disks() {
  have vgs || return
  group=$(group_of_volume "$(device_of /boot)")
  [ -n "$group" ] || group=$(group_of_volume "$(device_of /)")
  [ -n "$group" ] && vgs --noheadings -o pv_count "$group" 2>/dev/null | tr -d ' '
}

# Names such as /dev/sdb1 change in Azure; UUIDs, labels and device-mapper names do not.
uses_device_names() { grep -v '^[[:space:]]*#' "$1" 2>/dev/null | grep -Eq '(^|[[:space:]="])/dev/(sd|hd|vd|xvd)[a-z]'; }

grub_file() { for file in /boot/grub2/grub.cfg /boot/grub/grub.cfg /boot/grub/menu.lst /boot/grub/grub.conf /etc/default/grub; do [ -r "$file" ] && { echo "$file"; return; }; done; }

# Directories that must be on the system disk with /.
separate_system_dirs() {
  root=$(device_of /)
  for folder in /usr /usr/local /var /etc /boot; do
    [ -d "$folder" ] || continue
    [ "$folder" = /boot ] && continue
    [ "$(device_of "$folder")" = "$root" ] || { echo true; return; }
  done
  echo false
}

python_version() {
  for name in python3 python2 python; do
    have "$name" && { "$name" -c 'import platform; print(platform.python_version())' 2>/dev/null; return; }
  done
}

agent_version() { for file in /usr/local/.vx_version /usr/local/ASR/Vx/etc/version; do [ -r "$file" ] && sed -n 's/^VERSION=//p' "$file" | head -n 1; done; }

other_agents() { for folder in /opt/zerto /opt/double-take /etc/veeam /aws-replication-agent /var/lib/aws-replication-agent; do [ -e "$folder" ] && { echo true; return; }; done; echo false; }

# Clusters of guests: Corosync, and the cluster manager before it. Corosync itself takes another file from this variable.
corosync_file=${COROSYNC_MAIN_CONFIG_FILE:-/etc/corosync/corosync.conf}
cman_file=/etc/cluster/cluster.conf

cluster_name() {
  if [ -r "$corosync_file" ]; then
    sed -n 's/^[[:space:]]*cluster_name:[[:space:]]*//p' "$corosync_file" | sed 's/[[:space:]]*$//' | head -n 1
  elif [ -r "$cman_file" ]; then
    tr '\n' ' ' < "$cman_file" | sed -n 's/.*<cluster[[:space:]][^>]*name="\([^"]*\)".*/\1/p' | head -n 1
  fi
}

# A node is called by its name, or by its first address where it has none.
cluster_nodes() {
  if [ -r "$corosync_file" ]; then
    awk '
      { sub(/#.*/, "") }
      /nodelist[[:space:]]*[{]/ { inside = 1; next }
      inside && /node[[:space:]]*[{]/ { node = 1; name = ""; address = ""; next }
      node && $1 == "name:" { name = $2 }
      node && $1 == "ring0_addr:" { address = $2 }
      /[}]/ { if (node) { print (name != "" ? name : address); node = 0 } else inside = 0 }
    ' "$corosync_file"
  elif [ -r "$cman_file" ]; then
    tr '<' '\n' < "$cman_file" | sed -n 's/^clusternode[[:space:]].*name="\([^"]*\)".*/\1/p'
  fi
}

guest_mounts() { awk '$3 ~ /^nfs/ { print "nfs" } $3 ~ /^(cifs|smb)/ { print "smb" }' /proc/mounts 2>/dev/null | sort -u; }

kib() { awk -v key="$1:" '$1 == key { print $2 }' /proc/meminfo 2>/dev/null; }

share_of_memory() { total=$(kib MemTotal); free=$(kib MemAvailable); [ -n "$total" ] && [ -n "$free" ] && awk -v t="$total" -v f="$free" 'BEGIN { printf "%.3f", f / t }'; }

case $(uname -m) in x86_64|amd64) machine=x64; bits=64 ;; aarch64|arm64) machine=arm64; bits=64 ;; i?86) machine=; bits=32 ;; *) machine=; bits= ;; esac

printf '{\n  "format": "landfall-guest-facts",\n  "version": 1,\n  "system": "linux",\n  "collectedAt": "%s",\n  "isPrivileged": %s,\n  "facts": {' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$(yes_no test "$(id -u)" -eq 0)"
fact_text name "$(hostname 2>/dev/null | sed 's/\..*//')"
full=$(hostname -f 2>/dev/null)
case $full in *.*) fact_text fqdn "$full" ;; esac
fact_text biosId "$(read_line /sys/class/dmi/id/product_uuid | tr 'A-F' 'a-f')"
fact_text osFamily linux
fact_text osName "$(os_release PRETTY_NAME)"
fact_text architecture "$machine"
fact_raw osBits "$bits"
fact_text kernelVersion "$kernel"
fact_text kernelFlavour "$(kernel_flavour)"
fact_text firmware "$([ -d /sys/firmware/efi ] && echo uefi || echo bios)"
fact_raw isSecureBootOn "$(secure_boot)"
fact_raw isFipsOn "$(case $(read_line /proc/sys/crypto/fips_enabled) in 1) echo true ;; 0) echo false ;; esac)"
fact_text pythonVersion "$(python_version)"
fact_text agentVersion "$(agent_version)"
fact_raw hasOtherReplicationAgent "$(other_agents)"
fact_raw hasHyperVDrivers "$(has_hyperv_drivers)"
fact_raw cloudInitEnabled "$(if have cloud-init; then yes_no test ! -e /etc/cloud/cloud-init.disabled; else echo false; fi)"
fact_raw hasDockerDiskConfig "$(yes_no test -d /var/lib/docker/devicemapper)"
fact_text failoverCluster "$(cluster_name)"
nodes=$(cluster_nodes)
[ -n "$nodes" ] && fact_raw failoverClusterNodes "$(printf '%s\n' "$nodes" | text_list)"
fact_raw usesCciss "$(yes_no test -d /dev/cciss)"
fact_raw hasMultiQueueBlockIo "$(yes_no grep -qs '\[mq-deadline\]\|\[bfq\]\|\[kyber\]' /sys/block/sd*/queue/scheduler)"
fact_raw usesMultipath "$(if have multipath; then yes_no sh -c 'multipath -ll 2>/dev/null | grep -q dm-'; else echo false; fi)"
fact_raw cpuCount "$(grep -c '^processor' /proc/cpuinfo 2>/dev/null)"
memory=$(kib MemTotal)
fact_raw memoryMiB "${memory:+$((memory / 1024))}"
fact_raw freeMemoryShare "$(share_of_memory)"
free=$(df -P -k /usr/local 2>/dev/null | awk 'NR == 2 { print $4 }')
fact_raw installFolderFreeMiB "${free:+$((free / 1024))}"
fact_raw rootOnLvm "$(is_on_lvm /)"
fact_raw bootOnLvm "$(is_on_lvm /boot)"
fact_text bootPartitionDiskId "$(disk_of /boot)"
fact_text systemPartitionDiskId "$(disk_of /)"
fact_raw bootVgDiskCount "$(boot_group_disks)"
fact_raw logicalVolumeCount "$(have lvs && lvs --noheadings -o lv_name 2>/dev/null | grep -c .)"
fact_raw usesLvmThin "$(have lvs && yes_no sh -c "lvs --noheadings -o segtype 2>/dev/null | grep -q thin")"
fact_raw separateSystemDirs "$(separate_system_dirs)"
[ -r /etc/fstab ] && fact_raw fstabUsesDeviceNames "$(yes_no uses_device_names /etc/fstab)"
grub=$(grub_file)
[ -n "$grub" ] && fact_raw grubUsesDeviceNames "$(yes_no uses_device_names "$grub")"
fact_raw guestMountKinds "$(guest_mounts | text_list)"
fact_raw deviceNames "$(have lsblk && lsblk -n -l -o NAME 2>/dev/null | sort -u | text_list)"
fact_raw mountPoints "$(awk '$1 ~ /^\/dev\// { print $2 }' /proc/mounts 2>/dev/null | sort -u | text_list)"
fact_raw volumeNames "$(have lvs && lvs --noheadings -o lv_name 2>/dev/null | tr -d ' ' | text_list)"
fact_raw disks "$(disks)"
fact_raw volumes "$(volumes)"
fact_raw nics "$(nics)"
printf '\n  }\n}\n'
