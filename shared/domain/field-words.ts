/** Words that are not written like ordinary ones. */
const SPELLINGS: Readonly<Record<string, string>> = {
  os: 'OS',
  cpu: 'CPU',
  ip: 'IP',
  nic: 'adapter',
  vm: 'machine',
  vg: 'volume group',
  lvm: 'LVM',
  mpio: 'MPIO',
  dhcp: 'DHCP',
  vss: 'VSS',
  com: 'COM',
  fips: 'FIPS',
  tpm: 'TPM',
  raid: 'RAID',
  uefi: 'UEFI',
  gpt: 'GPT',
  mbr: 'MBR',
  sha2: 'SHA-2',
  gib: 'GiB',
  mib: 'MiB',
  mbps: 'MB/s',
  iops: 'IOPS',
  io: 'IO',
  cciss: 'cciss',
  fstab: 'fstab',
  mars: 'MARS',
  hyperv: 'Hyper-V',
};

const PARTS: Readonly<Record<string, string>> = {
  disks: 'Disk',
  osDisk: 'System disk',
  volumes: 'Volume',
  nics: 'Adapter',
};

/** A field that has no title of its own, in words: `disks[].isEncrypted` -> "Disk: encrypted", `isFipsOn` -> "FIPS on". */
export function fieldWords(name: string): string {
  const [first = '', ...rest] = name.split(/(?:\[\])?\./);
  if (rest.length === 0) return capital(wordsOf(first));
  return `${PARTS[first] ?? capital(wordsOf(first))}: ${wordsOf(rest.join(' '))}`;
}

function wordsOf(camelCase: string): string {
  const words = camelCase
    .replaceAll(/HyperV|[GM]iB|MBps/g, (unit) => unit.charAt(0) + unit.slice(1).toLowerCase())
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_]+/)
    .map((word) => word.toLowerCase());
  const meaning = words.length > 1 && /^(?:is|has|uses)$/.test(words[0] ?? '') ? words.slice(1) : words;
  return meaning.map((word) => SPELLINGS[word] ?? word).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
