/**
 * Microsoft's articles that steps and rules rest on, by short code; document state up to September 2026. The date is that of
 * the revision read, ISO; empty where the document shows none. Our own rules have no document and therefore no address.
 */
const RECOVERY = 'https://learn.microsoft.com/azure/site-recovery/';
const MIGRATE = 'https://learn.microsoft.com/azure/migrate/';
const DOCS_REPOSITORY = 'https://github.com/MicrosoftDocs/azure-docs/';

export interface Source {
  readonly code: string;
  readonly title: string;
  readonly date: string;
  readonly url: string;
}

function article(code: string, title: string, date: string, page: string): Source {
  return { code, title, date, url: RECOVERY + page };
}

const list = [
  article('ABOUT', 'About migration with Site Recovery', '2019-05-30', 'about-migration'),
  article('MIG', 'Migrate on-premises machines to Azure', '2025-10-30', 'migrate-tutorial-on-premises-azure'),
  article('A2A-MIG', 'Move Azure machines to another region', '2019-01-28', 'azure-to-azure-tutorial-migrate'),
  article('AWS-18', 'Migrate Amazon Web Services machines to Azure (2018)', '2018-02-27', 'migrate-tutorial-aws-azure'),
  article('AWS-19', 'Migrate Amazon Web Services machines to Azure (2019)', '2019-09-09', 'migrate-tutorial-aws-azure'),
  article('AWS', 'Migrate Amazon Web Services machines to Azure (later text)', '2019-07-27', 'migrate-tutorial-aws-azure'),
  {
    code: 'AWS-MIG',
    title: 'Discover and migrate Amazon Web Services machines with Azure Migrate',
    date: '2025-02-07',
    url: `${MIGRATE}tutorial-migrate-aws-virtual-machines`,
  },
  {
    code: 'AWS-ISSUE',
    title: 'Question about the missing shutdown choice for physical machines (documentation issue 15748)',
    date: '2018-12-31',
    url: `${DOCS_REPOSITORY}issues/15748`,
  },
  article('VM-SM', 'Support matrix for VMware and physical machines', '2025-12-18', 'vmware-physical-azure-support-matrix'),
  article('HV-SM', 'Support matrix for Hyper-V', '2026-09-11', 'hyper-v-azure-support-matrix'),
  article('A2A-SM', 'Support matrix for Azure machines', '2026-01-01', 'azure-to-azure-support-matrix'),
  article('APP-SM', 'Support matrix for the replication appliance', '2025-04-29', 'replication-appliance-support-matrix'),
  article('APP-DEP', 'Deploy the replication appliance', '2025-01-24', 'deploy-vmware-azure-replication-appliance-modernized'),
  article(
    'MOD-SET',
    'Set up replication of VMware machines, modernized',
    '2023-08-01',
    'vmware-azure-set-up-replication-tutorial-modernized',
  ),
  article('MOD-FO', 'Fail over VMware machines, modernized', '2021-08-19', 'vmware-azure-tutorial-failover-failback-modernized'),
  article('MOD-ARCH', 'Architecture of VMware replication, modernized', '2022-08-30', 'vmware-azure-architecture-modernized'),
  article('CLS-DEP', 'Retirement of the classic experience', '2026-08-26', 'vmware-physical-azure-classic-deprecation'),
  article('CLS-MOVE', 'Move from classic to modernized', '2023-08-01', 'move-from-classic-to-modernized-vmware-disaster-recovery'),
  article('CLS-FAQ', 'Questions about moving from classic to modernized', '2025-03-26', 'classic-to-modernized-common-questions'),
  article('PHY-MOD', 'Enable replication of a physical machine, modernized', '2022-10-20', 'physical-server-enable-replication'),
  article('PHY-CLS', 'Disaster recovery of physical machines, classic', '2024-07-08', 'physical-azure-disaster-recovery'),
  article('PHY-FO', 'Fail over and fail back physical machines', '2025-12-08', 'physical-to-azure-failover-failback'),
  article('HV-AZ', 'Prepare Azure for Hyper-V', '2026-05-05', 'tutorial-prepare-azure-for-hyperv'),
  article('HV-PREP', 'Prepare on-premises Hyper-V', '2018-10-28', 'hyper-v-prepare-on-premises-tutorial'),
  article('HV-TUT', 'Replicate Hyper-V machines to Azure', '2026-05-05', 'hyper-v-azure-tutorial'),
  article('HV-VMM', 'Replicate Hyper-V machines in VMM clouds to Azure', '2026-05-05', 'hyper-v-vmm-azure-tutorial'),
  article('HV-FO', 'Fail over and fail back Hyper-V machines', '2019-12-16', 'hyper-v-azure-failover-failback-tutorial'),
  article('HV-FAQ', 'Questions about Hyper-V', '2024-12-27', 'hyper-v-azure-common-questions'),
  article('HV-ARCH', 'Architecture of Hyper-V replication', '2018-02-14', 'hyper-v-azure-architecture'),
  article('HV-TS', 'Troubleshoot Hyper-V replication', '2025-09-22', 'hyper-v-azure-troubleshoot'),
  article('HV-DP', 'Analyse the report of the Hyper-V deployment planner', '', 'hyper-v-deployment-planner-analyze-report'),
  article('VMM-2019', 'Retirement of replication between VMM sites (first notice)', '2019-09-13', 'Deprecation-details-site-to-site-VMM'),
  article('VMM-2020', 'Retirement of replication between VMM sites', '2020-02-25', 'site-to-site-deprecation'),
  article('FO', 'Run a failover', '2026-08-31', 'site-recovery-failover'),
  article('TFO', 'Run a test failover', '2025-10-30', 'site-recovery-test-failover-to-azure'),
  article('DRILL', 'Run a drill', '2024-05-23', 'tutorial-dr-drill-azure'),
  article('FO-TS', 'Troubleshoot failover to Azure', '2025-09-22', 'site-recovery-failover-to-azure-troubleshoot'),
  article('HYD', 'What happens when a machine is made bootable in Azure', '2026-02-27', 'hydration-process'),
  article('MON', 'Monitor Site Recovery', '2025-10-30', 'site-recovery-monitor-and-troubleshoot'),
  article('NET', 'Reach machines after failover', '2022-07-26', 'concepts-on-premises-to-azure-networking'),
  article('W2008', 'Migrate Windows Server 2008', '2026-02-27', 'migrate-tutorial-windows-server-2008'),
  article('DIS', 'Remove machines and disable protection', '2018-11-27', 'site-recovery-manage-registration-and-protection'),
  article('RP', 'Create recovery plans', '2018-10-28', 'site-recovery-create-recovery-plans'),
  article('A2A-EN', 'Enable replication of Azure machines', '2026-05-05', 'azure-to-azure-how-to-enable-replication'),
  article('A2A-TUT', 'Set up replication of Azure machines', '2025-10-30', 'azure-to-azure-tutorial-enable-replication'),
  article('A2A-NET', 'Networking of Azure machines under replication', '2025-10-30', 'azure-to-azure-about-networking'),
  article('A2A-FAQ', 'Questions about Azure machines', '2025-07-25', 'azure-to-azure-common-questions'),
  article('A2A-ARCH', 'Architecture of replication between Azure regions', '2019-03-18', 'azure-to-azure-architecture'),
  article('A2A-ERR', 'Errors of Azure machines under replication', '2025-09-19', 'azure-to-azure-troubleshoot-errors'),
  article('A2A-ERR-P', 'Errors while Azure machines replicate', '2025-09-19', 'azure-to-azure-troubleshoot-replication'),
  article('A2A-ERR-V', 'Errors that name the Azure machine', '2025-09-19', 'azure-to-azure-troubleshoot-errors'),
  article('TL', 'Trusted launch machines', '2026-01-06', 'concepts-trusted-vm'),
  article('HC', 'High churn support', '2025-10-31', 'concepts-azure-to-azure-high-churn-support'),
  article('AFTER', 'Set up disaster recovery after a migration', '2019-09-09', 'azure-to-azure-replicate-after-migration'),
  article('PUSH', 'Prepare machines for push installation', '2023-03-31', 'vmware-azure-install-mobility-service'),
  article('PUSH-TS', 'Troubleshoot push installation', '2025-09-25', 'vmware-azure-troubleshoot-push-install'),
  article('MOB', 'About the Mobility service', '', 'vmware-physical-mobility-service-overview'),
  article('EN-VM', 'Enable replication of VMware machines', '2020-12-07', 'vmware-azure-enable-replication'),
  article('SCALE', 'Large deployments', '2025-12-08', 'vmware-physical-large-deployment'),
  article('CAP', 'Plan capacity (classic)', '2017-02-05', 'site-recovery-plan-capacity-vmware'),
  article('DP', 'Deployment planner', '2025-12-18', 'site-recovery-deployment-planner'),
  article('DP-RUN', 'Run the deployment planner', '2018-12-28', 'site-recovery-vmware-deployment-planner-run'),
  article('DP-AN', 'Analyse the report of the deployment planner', '2026-01-12', 'site-recovery-vmware-deployment-planner-analyze-report'),
  article('RBAC', 'Manage access to Site Recovery', '2017-05-11', 'site-recovery-role-based-linked-access-control'),
  {
    code: 'RBAC-ROLES',
    title: 'Azure built-in roles',
    date: '',
    url: 'https://learn.microsoft.com/azure/role-based-access-control/built-in-roles',
  },
  {
    code: 'LIM',
    title: 'Limits of Site Recovery (included text)',
    date: '2015-07-06',
    url: `${DOCS_REPOSITORY}blob/main/includes/site-recovery-limits.md`,
  },
  {
    code: 'URL',
    title: 'Addresses that Site Recovery uses (included text)',
    date: '',
    url: `${DOCS_REPOSITORY}blob/main/includes/site-recovery-URLS.md`,
  },
  article('REG-HV', 'Regions without Hyper-V replication (included text)', '2026-05-05', 'hyper-v-azure-tutorial'),
  article(
    'REG-A2A',
    'Regions without replication of Azure machines (included text)',
    '2026-05-05',
    'azure-to-azure-how-to-enable-replication',
  ),
  { code: 'EOS', title: 'Systems out of support (included text)', date: '2026-04-15', url: `${DOCS_REPOSITORY}tree/main/includes` },
  article('NEW', 'What is new in Site Recovery', '2025-11-12', 'site-recovery-whats-new'),
  {
    code: 'RES',
    title: 'Reserved resource names',
    date: '2023-04-05',
    url: 'https://learn.microsoft.com/azure/azure-resource-manager/templates/error-reserved-resource-name',
  },
  article('VM-FAQ', 'Questions about VMware', '2019-11-14', 'vmware-azure-common-questions'),
  {
    code: 'SIMP',
    title: 'Simplified experience of Azure Migrate',
    date: '2025-11-11',
    url: `${MIGRATE}simplified-experience-for-azure-migrate`,
  },
  {
    code: 'MIG-PHY',
    title: 'Migrate physical machines with Azure Migrate',
    date: '2024-08-21',
    url: `${MIGRATE}tutorial-migrate-physical-virtual-machines`,
  },
  {
    code: 'MIG-PHY-SM',
    title: 'Support matrix for physical machines in Azure Migrate',
    date: '2023-02-17',
    url: `${MIGRATE}migrate-support-matrix-physical-migration`,
  },
  {
    code: 'SDK',
    title: 'Site Recovery management client 5.1.0',
    date: '',
    url: 'https://www.npmjs.com/package/@azure/arm-recoveryservices-siterecovery/v/5.1.0',
  },
  { code: 'product', title: 'Rule of Landfall; no document', date: '2026-11-24', url: '' },
] as const satisfies readonly Source[];

const byCode: ReadonlyMap<string, Source> = new Map(list.map((source) => [source.code, source]));

export const sourceCodes: readonly string[] = list.map((source) => source.code);

/** Sources by their codes, in the order asked for. Throws on a code that is not in the list: that is a slip in the data. */
export function sourcesOf(...codes: readonly string[]): readonly Source[] {
  return codes.map((code) => {
    const source = byCode.get(code);
    if (source === undefined) throw new Error(`No source has the code ${code}.`);
    return source;
  });
}
