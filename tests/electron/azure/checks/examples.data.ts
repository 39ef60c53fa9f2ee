import type { ExampleQuestion } from './evaluate-example.ts';

/** One state of a vault and what the product has to say of it. */
export interface Example {
  /** One of `VAULTS`. */
  readonly vault: string;
  /** Part of the sentence. */
  readonly says: string;
  readonly facts?: ExampleQuestion['facts'];
  readonly settings?: ExampleQuestion['settings'];
}

export interface CheckExamples {
  /** `vmware` where nothing is said. */
  readonly scenario?: string;
  /** Words that have to be in what was read. */
  readonly reads: readonly string[];
  readonly done: Example;
  readonly notDone: Example;
  readonly unknown: Example;
}

const LOST = { name: 'somebody-else' };
const PLANNED = { targetResourceGroup: 'rg-target', targetNetwork: 'production', targetSubnet: 'db', targetVmSize: 'Standard_D2s_v5' };
const FROM_AZURE = { sourceIsAzureVm: true, sourceRegion: 'eastus' };
const NO_REGION = { targetRegion: null };
const UNREAD = 'could not be read';

/** Every check of the catalogue: a vault where it is verified, one where it is not, one where it cannot be known. */
export const EXAMPLES: Readonly<Record<string, CheckExamples>> = {
  'check-classic-vault': {
    scenario: 'classic-vault',
    reads: ['customDetails.instanceType', 'replicationProtectedItems'],
    done: { vault: 'classic', says: 'Configuration server vault1-site with 1 classic items' },
    notDone: { vault: 'furnished', says: 'no configuration server' },
    unknown: { vault: 'strange', says: 'does not say what' },
  },
  'choose-target-region': {
    reads: ['locations', 'skus'],
    done: { vault: 'furnished', facts: PLANNED, says: 'with every size that is planned' },
    notDone: { vault: 'bare', says: 'not open to the subscription' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'grant-azure-roles': {
    reads: ['permissions at the vault', 'permissions at the target group'],
    done: { vault: 'furnished', says: 'holds the rights' },
    notDone: { vault: 'bare', says: 'The account lacks Microsoft.RecoveryServices/' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'grant-appliance-permissions': {
    reads: ['permissions at the subscription'],
    done: { vault: 'furnished', says: 'holds the rights' },
    notDone: { vault: 'bare', says: 'the role Owner brings it' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'check-policy-blockers': {
    reads: ['policyAssignments', 'locks'],
    done: { vault: 'furnished', facts: PLANNED, says: 'no policy in force' },
    notDone: { vault: 'bare', facts: PLANNED, says: 'Locked: keep' },
    unknown: { vault: 'blind', facts: PLANNED, says: 'The right Example/policyAssignments/read is missing' },
  },
  'check-target-quota': {
    reads: ['usages', 'skus', 'replicationVaultHealth'],
    done: { vault: 'furnished', facts: PLANNED, says: 'have room' },
    notDone: { vault: 'bare', facts: PLANNED, says: 'has 3 left; the wave with its tests needs' },
    unknown: { vault: 'blind', facts: PLANNED, says: UNREAD },
  },
  'create-vault': {
    reads: ['provisioningState', 'location'],
    done: { vault: 'furnished', says: 'is ready in westeurope' },
    notDone: { vault: 'furnished', settings: { vaultRegion: 'northeurope' }, says: 'planned is northeurope' },
    unknown: { vault: 'silentVault', says: 'does not say how the vault is' },
  },
  'create-target-rg': {
    reads: ['resourceGroups'],
    done: { vault: 'furnished', facts: PLANNED, says: 'All 1 planned' },
    notDone: { vault: 'bare', facts: PLANNED, says: 'Not there: rg-target' },
    unknown: { vault: 'blind', facts: PLANNED, says: UNREAD },
  },
  'create-target-network': {
    reads: ['virtualNetworks'],
    done: { vault: 'furnished', facts: PLANNED, says: 'with its subnets' },
    notDone: { vault: 'bare', facts: PLANNED, says: 'has no subnet db' },
    unknown: { vault: 'blind', facts: PLANNED, says: UNREAD },
  },
  'create-test-network': {
    reads: ['virtualNetworkPeerings', 'subnets'],
    done: { vault: 'furnished', facts: PLANNED, says: 'test is isolated and has the subnets of production' },
    notDone: { vault: 'bare', facts: PLANNED, says: 'no network without peerings' },
    unknown: { vault: 'blind', facts: PLANNED, says: UNREAD },
  },
  'create-cache-storage': {
    reads: ['allowSharedKeyAccess', 'deleteRetentionPolicy'],
    done: { vault: 'furnished', says: 'Fits: cache1' },
    notDone: { vault: 'bare', says: 'does not allow shared keys' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'grant-vault-identity-storage': {
    reads: ['identity.principalId', 'roleAssignments'],
    done: { vault: 'furnished', says: 'holds both roles on cache1' },
    notDone: { vault: 'bare', says: 'lacks the role Storage Blob Data Contributor' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'prepare-target-security': {
    reads: ['networkSecurityGroups'],
    done: { vault: 'furnished', says: 'No security group lets everybody in' },
    notDone: { vault: 'bare', says: 'The rule admin of nsg1 lets everybody in' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'connect-target-network': {
    reads: ['connectionStatus'],
    done: { vault: 'furnished', says: 'Connected: link1' },
    notDone: { vault: 'bare', says: 'Not connected: link1' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'subscribe-alerts': {
    reads: ['replicationAlertSettings'],
    done: { vault: 'furnished', says: 'Notifications are sent' },
    notDone: { vault: 'bare', says: 'Nobody gets e-mail' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'check-azure-vm-state': {
    scenario: 'cross-region',
    reads: ['instanceView', 'locks', 'replicationEligibilityResults'],
    done: { vault: 'azure', facts: FROM_AZURE, says: 'healthy and eligible' },
    notDone: { vault: 'azureRefused', facts: FROM_AZURE, says: 'The service refuses it: 150039' },
    unknown: { vault: 'azureBlind', facts: FROM_AZURE, says: UNREAD },
  },
  'list-source-network-objects': {
    scenario: 'cross-region',
    reads: ['networkInterfaces', 'publicIPAddresses'],
    done: { vault: 'azureListed', says: 'Listed: 1 network adapters' },
    notDone: { vault: 'azure', says: 'no network adapter' },
    unknown: { vault: 'azureBlind', says: UNREAD },
  },
  'create-vcenter-account': {
    reads: ['processServers', 'OffAzure'],
    done: { vault: 'furnished', says: 'The vCenter is read' },
    notDone: { vault: 'nothingFound', says: 'No machine is discovered' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'open-appliance-urls': {
    reads: ['lastHeartbeatUtc'],
    done: { vault: 'furnished', says: 'was heard of lately' },
    notDone: { vault: 'bare', says: 'No appliance is registered' },
    unknown: { vault: 'silentAppliance', says: 'says nothing of its health' },
  },
  'open-a2a-outbound': {
    scenario: 'cross-region',
    reads: ['healthErrors'],
    done: { vault: 'azureProtected', facts: FROM_AZURE, says: 'Replication was enabled' },
    notDone: { vault: 'azureNoWayOut', facts: FROM_AZURE, says: '151196' },
    unknown: { vault: 'azure', facts: FROM_AZURE, says: 'first enabling of replication proves it' },
  },
  'register-appliance': {
    reads: ['rcmProxies', 'marsAgents'],
    done: { vault: 'furnished', says: 'Registered with all parts' },
    notDone: { vault: 'bare', says: 'No appliance is registered' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'add-vcenter': {
    reads: ['vmwareSiteId'],
    done: { vault: 'furnished', says: 'Machines are discovered' },
    notDone: { vault: 'nothingFound', says: 'No machine is discovered' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'add-physical-servers': {
    scenario: 'physical',
    reads: ['physicalSiteId'],
    done: { vault: 'physical', says: 'Every machine is discovered' },
    notDone: { vault: 'physical', facts: { name: 'other', ipAddresses: ['10.9.9.9'] }, says: 'Not added yet: other' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'verify-appliance-health': {
    reads: ['health', 'protectedItemCount'],
    done: { vault: 'furnished', says: 'Every part is healthy' },
    notDone: { vault: 'sickAppliance', says: 'Proxy appliance-01 is Critical' },
    unknown: { vault: 'silentAppliance', says: 'says nothing of its health' },
  },
  'move-classic-to-modernized': {
    scenario: 'classic-vault',
    reads: ['switchProviderState', 'lastRecoveryPointReceived'],
    done: { vault: 'protected', says: 'recovery point in the new vault' },
    notDone: { vault: 'classic', says: 'still classic' },
    unknown: { vault: 'protected', facts: LOST, says: 'may be this machine' },
  },
  'install-mobility-by-hand': {
    reads: ['agentDetails'],
    done: { vault: 'agents', facts: { biosId: 'bios-1' }, says: 'Its agent is registered' },
    notDone: { vault: 'agents', facts: { biosId: 'bios-2' }, says: 'No registered agent' },
    unknown: { vault: 'furnished', says: 'lists no agents' },
  },
  'open-hyperv-urls': {
    scenario: 'hyper-v',
    reads: ['connectionStatus', 'lastHeartBeat'],
    done: { vault: 'hyperV', says: 'Connected and heard of lately' },
    notDone: { vault: 'hyperVLost', says: 'Not connected' },
    unknown: { vault: 'hyperVBlind', says: UNREAD },
  },
  'prepare-hyperv-guests': {
    scenario: 'hyper-v',
    reads: ['hasPhysicalDisk', 'hasSharedVhd'],
    done: { vault: 'hyperV', facts: { hasSharedDisks: false }, says: 'no disk that cannot be replicated' },
    notDone: { vault: 'hyperVDisk', says: 'It has a physical disk' },
    unknown: { vault: 'hyperV', says: 'does not say all' },
  },
  'prepare-vmm': {
    scenario: 'hyper-v-vmm',
    reads: ['VMM', 'replicationNetworks'],
    done: { vault: 'vmm', says: 'Clouds with VM networks' },
    notDone: { vault: 'hyperV', says: 'No VMM server' },
    unknown: { vault: 'vmmBlind', says: UNREAD },
  },
  'create-hyperv-site': {
    scenario: 'hyper-v',
    reads: ['HyperVSite'],
    done: { vault: 'hyperV', says: 'In the vault: vault1-site' },
    notDone: { vault: 'furnished', says: 'no Hyper-V site' },
    unknown: { vault: 'strangeSite', says: 'does not say what' },
  },
  'install-hyperv-provider': {
    scenario: 'hyper-v',
    reads: ['hyperVHosts', 'connectionStatus'],
    done: { vault: 'hyperV', facts: { host: 'server-01.example.invalid' }, says: 'Registered and connected: server-01' },
    notDone: { vault: 'hyperV', facts: { host: 'server-02' }, says: 'Not registered yet: server-02' },
    unknown: { vault: 'hyperVBlind', says: UNREAD },
  },
  'install-vmm-provider': {
    scenario: 'hyper-v-vmm',
    reads: ['VMM', 'connectionStatus'],
    done: { vault: 'vmm', says: 'Connected' },
    notDone: { vault: 'vmmLost', says: 'Not connected' },
    unknown: { vault: 'vmmBlind', says: UNREAD },
  },
  'install-mars-agent': {
    scenario: 'hyper-v-vmm',
    reads: ['providerVersionExpiryDate'],
    done: { vault: 'vmm', says: 'Connected' },
    notDone: { vault: 'vmmLost', says: 'Not connected' },
    unknown: { vault: 'vmmBlind', says: UNREAD },
  },
  'map-vmm-networks': {
    scenario: 'hyper-v-vmm',
    reads: ['recoveryNetworkId'],
    done: { vault: 'vmmMapped', says: 'Every network is mapped' },
    notDone: { vault: 'vmm', says: 'No network is mapped' },
    unknown: { vault: 'vmmBlind', says: UNREAD },
  },
  'create-replication-policy': {
    reads: ['replicationPolicies', 'state'],
    done: { vault: 'furnished', says: 'Associated' },
    notDone: { vault: 'bare', says: 'no replication policy' },
    unknown: { vault: 'blind', says: UNREAD },
  },
  'create-a2a-mappings': {
    scenario: 'cross-region',
    reads: ['replicationNetworkMappings'],
    done: { vault: 'azureMapped', says: 'containers and networks are mapped' },
    notDone: { vault: 'azure', says: 'The networks are not mapped' },
    unknown: { vault: 'azureBlind', says: UNREAD },
  },
  'enable-replication': {
    reads: ['protectionState'],
    done: { vault: 'protected', says: 'It is in the vault' },
    notDone: { vault: 'enabling', says: 'being enabled' },
    unknown: { vault: 'protected', facts: LOST, says: 'may be this machine' },
  },
  'set-target-settings': {
    reads: ['targetVmSize', 'vmNics'],
    done: {
      vault: 'protected',
      facts: { targetVmName: 'srv-1', targetVmSize: 'Standard_D2s_v3', targetNetwork: 'target', targetResourceGroup: 'rg-target' },
      says: 'Everything that is planned is set',
    },
    notDone: { vault: 'protected', facts: { targetVmName: 'srv-1', targetVmSize: 'E8s_v5' }, says: 'size D2s_v3, planned E8s_v5' },
    unknown: { vault: 'protected', says: 'nothing to compare with' },
  },
  'create-recovery-plan': {
    reads: ['replicationRecoveryPlans'],
    done: { vault: 'planned', says: 'wave-1 holds them all' },
    notDone: { vault: 'protected', says: 'No recovery plan holds' },
    unknown: { vault: 'protectedBlind', says: UNREAD },
  },
  'watch-initial-replication': {
    reads: ['protectedDisks'],
    done: { vault: 'protected', says: 'Every disk is copied' },
    notDone: { vault: 'replicating', says: 'in progress' },
    unknown: { vault: 'stuck', says: 'Its state is' },
  },
  'confirm-first-recovery-point': {
    reads: ['lastRecoveryPointReceived'],
    done: { vault: 'protected', says: 'It has a recovery point' },
    notDone: { vault: 'replicating', says: 'Initial replication is in progress' },
    unknown: { vault: 'silent', says: 'names no recovery point' },
  },
  'confirm-replication-healthy': {
    reads: ['replicationHealth', 'rpo'],
    done: { vault: 'protected', says: 'Health is normal' },
    notDone: { vault: 'sick', says: 'Critical (78028)' },
    unknown: { vault: 'silent', says: 'is not known' },
  },
  'check-component-versions': {
    reads: ['mobilityAgentDetails'],
    done: { vault: 'protected', says: 'Its agent is current' },
    notDone: { vault: 'outdated', says: 'has an update' },
    unknown: { vault: 'silent', says: 'is not known' },
  },
  'enable-dr-after-migration': {
    reads: ['fabricObjectId'],
    done: { vault: 'azureProtected', settings: { targetRegion: 'eastus' }, says: 'protected to a second region' },
    notDone: { vault: 'azureNoWayOut', settings: { targetRegion: 'eastus' }, says: 'its health is Critical' },
    unknown: { vault: 'protected', says: 'the new vault may be another' },
  },
  'run-test-failover': {
    reads: ['testFailoverState'],
    done: { vault: 'testing', says: 'The test machine stands' },
    notDone: { vault: 'protected', says: 'No test failover has succeeded' },
    unknown: { vault: 'silent', says: 'says nothing of a test failover' },
  },
  'validate-test-vm': {
    reads: ['power state', 'vmAgent'],
    done: { vault: 'testing', says: 'The test machine runs' },
    notDone: { vault: 'testingStopped', says: 'The machine is stopped' },
    unknown: { vault: 'testingBlind', says: UNREAD },
  },
  'cleanup-test-failover': {
    reads: ['allowedOperations', 'test machine is gone'],
    done: { vault: 'tested', says: 'is cleaned up' },
    notDone: { vault: 'testing', says: 'still stands' },
    unknown: { vault: 'testedBlind', says: UNREAD },
  },
  'sign-off-test': {
    reads: ['lastSuccessfulTestFailoverTime'],
    done: { vault: 'tested', says: 'is cleaned up' },
    notDone: { vault: 'protected', says: 'No test failover has succeeded' },
    unknown: { vault: 'testedBlind', says: UNREAD },
  },
  'check-cutover-readiness': {
    reads: ['health', 'lastSuccessfulTestFailoverTime'],
    done: { vault: 'tested', says: 'Healthy, tested' },
    notDone: { vault: 'protected', says: 'No test failover has succeeded' },
    unknown: { vault: 'testedBlind', says: UNREAD },
  },
  'stop-source-workload': {
    reads: ['dataPending'],
    done: { vault: 'protected', says: 'Almost no data is pending' },
    notDone: { vault: 'pending', says: 'still pending' },
    unknown: { vault: 'silent', says: 'how much data is pending' },
  },
  'run-failover': {
    reads: ['protectionState'],
    done: { vault: 'failedOver', says: 'Failover completed' },
    notDone: { vault: 'protected', says: 'Protected' },
    unknown: { vault: 'completedBlind', says: UNREAD },
  },
  'validate-migrated-vm': {
    reads: ['power state'],
    done: { vault: 'failedOver', says: 'runs in Azure' },
    notDone: { vault: 'protected', says: 'not in Azure' },
    unknown: { vault: 'failedOverBlind', says: UNREAD },
  },
  'change-recovery-point': {
    reads: ['replicationJobs'],
    done: { vault: 'pointChanged', says: 'built again from another recovery point' },
    notDone: { vault: 'protected', says: 'not failed over' },
    unknown: { vault: 'failedOver', says: 'No job of the vault' },
  },
  'complete-migration': {
    reads: ['gone', 'virtualMachines'],
    done: { vault: 'completed', facts: { targetVmName: 'new-name' }, says: 'The item is gone and the machine is in Azure' },
    notDone: { vault: 'failedOver', says: 'still in the vault' },
    unknown: { vault: 'completedBlind', facts: { targetVmName: 'new-name' }, says: UNREAD },
  },
  'commit-move': {
    scenario: 'cross-region',
    reads: ['allowedOperations'],
    done: { vault: 'azureCommitted', facts: FROM_AZURE, says: 'is committed' },
    notDone: { vault: 'azureFailedOver', facts: FROM_AZURE, says: 'waits for the commit' },
    unknown: { vault: 'azureCommitted', facts: { ...FROM_AZURE, ...LOST }, says: 'may be this machine' },
  },
  'disable-replication-after-move': {
    scenario: 'cross-region',
    reads: ['gone'],
    done: { vault: 'azureCompleted', facts: { ...FROM_AZURE, targetVmName: 'new-name' }, says: 'The item is gone' },
    notDone: { vault: 'azureCommitted', facts: FROM_AZURE, says: 'still in the vault' },
    unknown: { vault: 'azureCompleted', facts: FROM_AZURE, settings: NO_REGION, says: 'cannot be told apart' },
  },
  'restore-connectivity': {
    reads: ['networkInterfaces', 'securityRules'],
    done: { vault: 'after', says: 'none lets everybody in' },
    notDone: { vault: 'afterSick', says: 'The rule admin of nsg1' },
    unknown: { vault: 'afterBlind', says: UNREAD },
  },
  'verify-vm-agent': {
    reads: ['vmAgent'],
    done: { vault: 'after', says: 'Its agent is ready' },
    notDone: { vault: 'afterSick', says: 'not ready' },
    unknown: { vault: 'afterBlind', says: 'not in the answer' },
  },
  'apply-hybrid-benefit': {
    reads: ['licenseType'],
    done: { vault: 'after', says: 'Windows_Server' },
    notDone: { vault: 'afterSick', says: 'No licence type' },
    unknown: { vault: 'afterBlind', says: 'does not say how the machine is made' },
  },
  'reinstall-extensions': {
    reads: ['extensions'],
    done: { vault: 'after', says: 'Installed: AzureMonitorWindowsAgent' },
    notDone: { vault: 'afterSick', says: 'No extension' },
    unknown: { vault: 'afterBlind', says: 'names no extensions' },
  },
  'enable-backup': {
    reads: ['lastBackupStatus'],
    done: { vault: 'after', says: 'succeeded' },
    notDone: { vault: 'afterSick', says: 'Failed' },
    unknown: { vault: 'afterBlind', says: UNREAD },
  },
  'remove-replication-leftovers': {
    reads: ['disks', 'replicationProtectedItems'],
    done: { vault: 'completed', says: 'No replica disk' },
    notDone: { vault: 'afterSick', says: 'asrseeddisk-srv-1-os' },
    unknown: { vault: 'afterUnread', says: UNREAD },
  },
  'remove-replication-infrastructure': {
    reads: ['replicationProtectedItems', 'replicationFabrics'],
    done: { vault: 'retired', says: 'nothing is registered' },
    notDone: { vault: 'furnished', says: 'Still registered' },
    unknown: { vault: 'retiredBlind', says: UNREAD },
  },
};
