/** A service that nearly every machine talks to. Its connections say nothing about what must move together. */
export interface SharedService {
  readonly id: string;
  readonly title: string;
  /** Ports on the side that listens. */
  readonly ports: readonly number[];
}

/** What Landfall takes for shared until a person edits the list. Ports as registered with IANA or documented by the maker. */
export const DEFAULT_SHARED_SERVICES: readonly SharedService[] = [
  { id: 'dns', title: 'Name resolution (DNS)', ports: [53, 853, 5353] },
  { id: 'ntp', title: 'Time (NTP)', ports: [123] },
  { id: 'dhcp', title: 'Addresses (DHCP)', ports: [67, 68, 546, 547] },
  { id: 'directory', title: 'Directory and sign-in (Kerberos, LDAP)', ports: [88, 389, 464, 636, 749, 3268, 3269, 9389] },
  { id: 'windows-infrastructure', title: 'Windows infrastructure (RPC mapper, NetBIOS)', ports: [135, 137, 138, 139] },
  { id: 'monitoring', title: 'Monitoring', ports: [161, 162, 199, 1270, 5665, 5666, 5693, 9100, 9182, 10050, 10051, 12489] },
  { id: 'logging', title: 'Log collection', ports: [514, 601, 1514, 5044, 6514, 8088, 9997] },
  { id: 'remote-administration', title: 'Remote administration', ports: [22, 23, 3389, 5900, 5985, 5986] },
  { id: 'updates', title: 'Updates and software delivery', ports: [8005, 8530, 8531, 10123] },
  { id: 'backup', title: 'Backup', ports: [1556, 6101, 6106, 9392, 9401, 10000, 13724, 13782] },
  { id: 'mail', title: 'Mail relay', ports: [25, 465, 587] },
  { id: 'time-and-licence', title: 'Licence activation', ports: [1688, 27000] },
];

/** Ports of databases and queues: a caller feels every millisecond that lies between. */
export const LATENCY_SENSITIVE_PORTS: ReadonlySet<number> = new Set([
  1433, 1434, 1521, 1522, 1526, 1830, 2049, 2483, 2484, 3050, 3260, 3306, 5432, 5433, 5671, 5672, 6379, 6380, 7000, 8529, 9042, 9092, 11211,
  26257, 27017, 27018, 27019, 30015, 33060, 50000, 61616,
]);
