/**
 * Tasks of each kind of job: name, words, and the fixed id where the service has one. SOURCE: site recovery facts, section 7.1; those of
 * changing the point, certificates, consistency and providers: session records of 2017 in Azure/azure-sdk-for-net.
 */
export interface JobTask {
  readonly name: string;
  readonly title: string;
  readonly id: string | null;
  /** Tasks within; such a task has no details of its own. */
  readonly children?: readonly JobTask[];
  /** Details of another kind than the usual ones, and what they hold. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface JobScenario {
  readonly title: string;
  readonly tasks: readonly JobTask[];
  /** What may be done after a failure. */
  readonly afterFailure: readonly string[];
  readonly customDetails: string;
  readonly targetType: 'ProtectionEntity' | 'ProtectionProfile' | 'RecoveryPlan' | 'Server' | 'Network' | 'Vault' | 'VCenter';
}

const task = (name: string, title: string, id: string | null = null): JobTask => ({ name, title, id });
const UPDATE_STATE = task('UpdateDraState', 'Updating the provider states', 'UpdateDraStateTask');
const RESTART = ['Restart'];
/** Of tasks whose id is their name. */
const named = (name: string, title: string): JobTask => task(name, title, name);

export const JOB_SCENARIOS: Readonly<Record<string, JobScenario>> = {
  EnableDr: {
    title: 'Enable replication',
    tasks: [
      task('EnableProtectionPrerequisitesCheck', 'Prerequisites check for enabling protection', 'EnableProtectionPreflightChecksTask'),
      task('CreateProtectionTarget', 'Identifying the replication target', 'CreateProtectionTargetTask'),
      task('EnableProtection', 'Enable replication', 'EnableProtectionTask'),
      task('VmStartInitialReplication', 'Starting initial replication', 'StartInitialReplicationTask'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  IrCompletion: {
    title: 'Finalize protection on the virtual machine',
    tasks: [
      task('CompleteInitialReplication', 'Complete initial replication', 'CompleteInitialReplicationTask'),
      task('FailWorkflowOnIRFailureTask', 'Finalizing initial replication', 'ReplicaConfigurationPreflightChecksTask'),
      task('ReplicaConfiguration', 'Complete network and post-replication configuration', 'ReplicaConfigurationTask'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  TestFailover: {
    title: 'Test failover',
    tasks: [
      task('VmTfoPrerequisitesCheck', 'Prerequisites check for test failover', 'TestFailoverPreflightChecksTask'),
      task('VmTfoInitiateFailover', 'Starting test failover', 'BeginTestFailoverTask'),
      task('VmTfoPrepareTestVm', 'Creating test virtual machine', 'PrepareTestProtectedEntitiesTask'),
      task('VmTfoBootTestVm', 'Start the virtual machine', 'BootTestProtectedEntitiesTask'),
    ],
    afterFailure: [],
    customDetails: 'TestFailoverJobDetails',
    targetType: 'ProtectionEntity',
  },
  TestFailoverCleanup: {
    title: 'Test failover cleanup',
    tasks: [
      task('VmTfoCleanupPreflightsCheck', 'Prerequisites check for test failover cleanup', 'TestFailoverCleanupPreflightChecksTask'),
      task('VmTfoEndFailover', 'Ending test failover', 'EndTestFailoverTask'),
      task('VmTfoDeleteTestVm', 'Clean up the test virtual machine', 'CleanupTestProtectedEntitiesTask'),
    ],
    afterFailure: RESTART,
    customDetails: 'TestFailoverJobDetails',
    targetType: 'ProtectionEntity',
  },
  UnplannedFailover: {
    title: 'Failover',
    tasks: [
      task('VmUfoPrerequisitesCheck', 'Prerequisites check for failover', 'UnplannedFailoverPreflightChecksTask'),
      task('VmShutdownVmOnPrimary', 'Shut down the virtual machine', 'ShutdownVmOnPrimaryForUFO'),
      task('VmPrepareForUnPlannedFailover', 'Synchronizing the latest changes', 'PrepareForUnPlannedFailoverTask'),
      task('VmFailover', 'Start failover', 'FailoverTask'),
      task('VmFoStartVmOnSecondary', 'Start the replica virtual machine', 'StartVmOnSecondary'),
    ],
    afterFailure: [],
    customDetails: 'FailoverJobDetails',
    targetType: 'ProtectionEntity',
  },
  PlannedFailover: {
    title: 'Planned failover',
    tasks: [
      task('VmPfoPrerequisitesCheck', 'Prerequisites check for planned failover', 'PlannedFailoverPreflightChecksTask'),
      task('VmShutdownVmOnPrimary', 'Shut down the virtual machine', 'ShutdownVmOnPrimary'),
      task('VmPrepareForFailover', 'Preparing for failover', 'PrepareForFailoverTask'),
      task('VmFailover', 'Start failover', 'FailoverTask'),
      task('VmFoStartVmOnSecondary', 'Start the replica virtual machine', 'StartVmOnSecondary'),
    ],
    afterFailure: [],
    customDetails: 'FailoverJobDetails',
    targetType: 'ProtectionEntity',
  },
  CommitFailover: {
    title: 'Commit',
    tasks: [task('VmCommitPrerequisitesCheck', 'Prerequisite check'), task('VmCommit', 'Commit')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  FinalizeFailback: {
    title: 'Commit',
    tasks: [
      task('FinalizeRestoreOnRecovery', 'Finalizing restore on the recovery virtual machine'),
      task('FinalizeRestoreOnPrimary', 'Finalizing restore on the primary virtual machine'),
    ],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  CancelFailover: {
    title: 'Cancel failover',
    tasks: [task('VmCancelFailover', 'Cancel failover')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  ChangePit: {
    title: 'Change the recovery point',
    tasks: [
      task('ChangePitPreflightCheck', 'Change the prerequisites check'),
      task('ShutdownVmRecovery', 'Shutdown the virtual machine on recovery'),
      task('CancelFailoverRecovery', 'Cancel failover recovery'),
      task('VmFailover', 'Start failover'),
      task('VmFoStartVmOnSecondary', 'Start the replica virtual machine'),
    ],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  DisableDr: {
    title: 'Disable replication',
    tasks: [
      task('DisableProtectionOnPrimary', 'Disable replication on the source location', 'DisableProtectionOnPrimaryTask'),
      task('DisableProtectionOnSecondary', 'Disable replication on the target location', 'DisableProtectionOnSecondaryTask'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  PurgeVm: {
    title: 'Remove the virtual machine from the vault',
    tasks: [task('PurgeVmTask', 'Remove the virtual machine from the vault')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  UpdateVmProperties: {
    title: 'Update the virtual machine',
    tasks: [task('UpdateVmPropertiesTask', 'Update the virtual machine properties')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  SwitchReplicationGroupProtection: {
    title: 'Reprotect',
    tasks: [
      task('SwitchReplicationGroupProtectionPreflightTask', 'Prerequisite check'),
      task('VmCommitFailover', 'Committing failover', 'CommitFailoverTask'),
      task('DiscoverReplicaTask', 'Discovering replica virtual machine'),
      task('GetSwitchProtectionRequirementsTask', 'Getting reprotection requirements'),
      task('ProtectReplicaTask', 'Reprotecting virtual machine'),
    ],
    afterFailure: RESTART,
    customDetails: 'SwitchProtectionJobDetails',
    targetType: 'ProtectionEntity',
  },
  RepairVMReplication: {
    title: 'Resynchronize the virtual machine',
    tasks: [task('RepairVmReplicationTask', 'Starting resynchronization for the virtual machine')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  AddProtectionProfile: {
    title: 'Create replication policy',
    tasks: [
      task('AddProtectionProfilePreflightsCheckTask', 'Prerequisites check for creating the replication policy'),
      task('AddProtectionProfileTask', 'Creating the replication policy'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionProfile',
  },
  ModifyProtectionProfile: {
    title: 'Modify settings of the replication policy',
    tasks: [
      task('ModifyProtectionProfilePreflightChecksTask', 'Prerequisites check for updating the replication policy'),
      task('ModifyProtectionProfileAssociationParentTask', 'Updating replication configuration'),
      task('ModifyProtectionProfileTask', 'Updating the replication policy settings'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionProfile',
  },
  RemoveProtectionProfile: {
    title: 'Remove the replication policy',
    tasks: [
      task('RemoveProtectionProfilePreflightsCheckTask', 'Prerequisites check for removing the replication policy'),
      task('RemoveProtectionProfileTask', 'Removing the replication policy'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionProfile',
  },
  AssociateProtectionProfile: {
    title: 'Associate replication policy',
    tasks: [
      task('CloudPairingPrerequisitesCheck', 'Check protection prerequisites', 'CloudPairingWfPreflightChecksTask'),
      task('CloudPairingPrepareSite', 'Prepare the server'),
      task('CloudPairingPrepareCloud', 'Prepare for configuring protection'),
      task('CloudPairingPairClouds', 'Configure the protection settings'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionProfile',
  },
  DissociateProtectionProfile: {
    title: 'Dissociate replication policy',
    tasks: [
      task('CloudUnpairingPrerequisitesCheck', 'Prerequisites check for dissociating the replication policy'),
      task('CloudUnpairingUnpairClouds', 'Remove the protection configuration'),
      task('CloudUnpairingCleanupClouds', 'Clean up the protection configuration'),
      task('CloudUnpairingCleanupSite', 'Clean up the configuration'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionProfile',
  },
  NetworkPairing: {
    title: 'Map Networks',
    tasks: [task('ModifyVMNetworksPairingStatusTask', 'Map network'), task('VMNetworksUpdateVMNicsTask', 'Attach network (0)')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Network',
  },
  NetworkUnPairing: {
    title: 'Remove map',
    tasks: [task('ModifyVMNetworksUnPairingStatusTask', 'Unmap network'), task('VMNetworksUpdateVMNicsTask', 'Detach network (0)')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Network',
  },
  SaveRecoveryPlan: {
    title: 'Save a recovery plan',
    tasks: [task('SaveRecoveryPlanTask', 'Save a recovery plan task')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'RecoveryPlan',
  },
  UpdateRecoveryPlan: {
    title: 'Save a recovery plan',
    tasks: [task('SaveRecoveryPlanTask', 'Save a recovery plan task')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'RecoveryPlan',
  },
  DeleteRecoveryPlan: {
    title: 'Delete a recovery plan',
    tasks: [task('DeleteRecoveryPlanTask', 'Deleting the recovery plan')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'RecoveryPlan',
  },
  CreateSite: {
    title: 'Create a site',
    tasks: [task('RegisterVmmTask', 'Registering the server')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  UnregisterFabric: {
    title: 'Delete server',
    tasks: [
      task('UnregisterFabricPreflightCheckTask', 'Prerequisites check for deleting the server'),
      task('CleanupFabricTask', 'Cleaning up the provider settings'),
      task('UnregisterFabricTask', 'Deleting the server'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  PurgeVMM: {
    title: 'Delete the server',
    tasks: [
      task('PurgeFabricPreflightChecksTask', 'Prerequisites check for deleting the server'),
      task('PurgeFabricTask', 'Deleting the server'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  RefreshFabricLayout: {
    title: 'Refresh server details',
    tasks: [task('RefreshFabricLayoutTask', 'Refreshing the server'), task('WaitForLayoutProcessingTask', 'Processing the answer')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  ProcessServerFailover: {
    title: 'Changing Process server',
    tasks: [task('ProcessServerFailoverTask', 'Changing the process server')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  DiscoverPhysicalMachine: {
    title: 'Add physical machine',
    tasks: [task('DiscoverPhysicalMachineTask', 'Adding machine')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  DiscoverVCenter: {
    title: 'Add vCenter server',
    tasks: [task('DiscoverVCenterTask', 'Adding the vCenter server')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'VCenter',
  },
  UpdateVCenter: {
    title: 'Update vCenter server',
    tasks: [task('UpdateVCenterTask', 'Updating the vCenter server')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'VCenter',
  },
  RemoveVCenter: {
    title: 'Remove vCenter server',
    tasks: [task('RemoveVCenterTask', 'Removing the vCenter server')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'VCenter',
  },
  RefreshVaultHealth: {
    title: 'Refresh vault health',
    tasks: [task('RefreshFailoverHealthTask', 'Refreshing failover health', 'RefreshFailoverHealthTask')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Vault',
  },
  ExportJobs: {
    title: 'Export jobs',
    tasks: [task('ExportJobsTask', 'Exporting the jobs')],
    afterFailure: [],
    customDetails: 'ExportJobDetails',
    targetType: 'Vault',
  },
  PrimaryIrCompletion: {
    title: 'Finalize protection on the primary virtual machine',
    tasks: [
      task('CompleteInitialReplication', 'Complete initial replication', 'CompleteInitialReplicationTask'),
      task('FailWorkflowOnIRFailureTask', 'Finalizing initial replication', 'ReplicaConfigurationPreflightChecksTask'),
      task('ReplicaConfiguration', 'Complete network and post-replication configuration', 'ReplicaConfigurationTask'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  SecondaryIrCompletion: {
    title: 'Finalize protection on the recovery virtual machine',
    tasks: [
      task('CompleteInitialReplication', 'Complete initial replication', 'CompleteInitialReplicationTask'),
      task('FailWorkflowOnIRFailureTask', 'Finalizing initial replication', 'ReplicaConfigurationPreflightChecksTask'),
      task('ReplicaConfiguration', 'Complete network and post-replication configuration', 'ReplicaConfigurationTask'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  ReverseReplication: {
    title: 'Reverse replication',
    tasks: [
      task('VmReverseReplicationPrerequisitesCheck', 'Prerequisites check'),
      task('VmPrepareForReverseReplication', 'Preparing for reverse replication'),
      task('VmCommit', 'Commit'),
      task('VmInitiateReverseReplication', 'Start reverse replication'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  ReprotectReplicationGroup: {
    title: 'Reverse replication',
    tasks: [
      task('CreateProtectionTarget', 'Identifying the replication target', 'CreateProtectionTargetTask'),
      task('EnableProtection', 'Enable replication', 'EnableProtectionTask'),
      task('VmStartInitialReplication', 'Starting initial replication', 'StartInitialReplicationTask'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  RestoreCompletion: {
    title: 'Complete restore',
    tasks: [task('RestoreCompletionTask', 'Complete restore')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  VMNicUpdate: {
    title: 'Update the network adapters',
    tasks: [task('VMNicUpdateTask', 'Update the network adapters')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  RegisterDra: {
    title: 'Register the Azure Site Recovery Provider',
    tasks: [task('RegisterDraTask', 'Register the Azure Site Recovery Provider')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  MigrateFabricToAad: {
    title: 'Migrating the fabric to AAD.',
    tasks: [
      named('MigrateFabricPreflightChecksTask', 'Performing preflight checks before migration.'),
      named('MigrateDraToAadTask', 'Migrating Azure Site Recovery Providers.'),
      named('MigrateHvrAzureCloudToAadTask', 'Migrating Clouds that are associated with Azure.'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  UnregisterDra: {
    title: 'Unregister Server',
    tasks: [
      named('UnregisterDraPreflightCheckTask', 'Prerequisite check for Unregistering Recovery Services Provider'),
      named('CleanupDraTask', 'Cleaning up host information'),
      named('UnregisterDraTask', 'Removing associated Azure data'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  PurgeDra: {
    title: 'Remove server',
    tasks: [named('PurgeDraTask', 'Removing the server')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  CheckVmmConsistency: {
    title: 'Consistency check',
    tasks: [
      task('VmmResyncTask', 'Establish a connection with the server or site'),
      {
        ...task('CheckPEConsistencyTask', 'Complete the consistency check'),
        details: { vmDetails: [], instanceType: 'ConsistencyCheckTaskDetails' },
      },
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  CertificateRenewal: {
    title: 'Renewing certificates for servers or sites',
    tasks: [
      {
        ...task('HvrAzureCertificateRenewalTask', 'Renewing certificates for replication to Azure'),
        children: [
          named('HvrAzureCloudCertificateRenewalTask', 'Renewing certificates for replication to Azure'),
          named('HvrAzureHostCertificateRenewalTask', 'Renewing virtual machine certificates for Hyper-V Replica Azure'),
        ],
      },
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  HostOrClusterAddition: {
    title: 'Add hosts',
    tasks: [task('HostOrClusterAdditionTask', 'Add hosts')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  PurgeProtectionProfileAssociation: {
    title: 'Remove the association of the replication policy',
    tasks: [task('PurgeProtectionProfileAssociationTask', 'Remove the association of the replication policy')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionProfile',
  },
  Other: {
    title: 'Operation',
    tasks: [task('OperationTask', 'Operation')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
};
