/** Tasks of each kind of job: name, words, and the fixed id where the service has one. SOURCE: site recovery facts, section 7.1. */
export interface JobTask {
  readonly name: string;
  readonly title: string;
  readonly id: string | null;
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
    tasks: [task('ChangePitTask', 'Change the recovery point')],
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
      task('ModifyProtectionProfileTask', 'Updating the replication policy'),
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
      task('CloudUnpairingPrerequisitesCheck', 'Check protection prerequisites'),
      task('CloudUnpairingUnpairClouds', 'Remove the protection configuration'),
      task('CloudUnpairingCleanupClouds', 'Clean up the clouds'),
      task('CloudUnpairingCleanupSite', 'Clean up the server'),
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
    tasks: [task('SaveRecoveryPlanTask', 'Saving the recovery plan')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'RecoveryPlan',
  },
  UpdateRecoveryPlan: {
    title: 'Save a recovery plan',
    tasks: [task('SaveRecoveryPlanTask', 'Saving the recovery plan')],
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
    tasks: [task('RegisterVmmTask', 'Creating the site')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  UnregisterFabric: {
    title: 'Delete server',
    tasks: [
      task('UnregisterFabricPreflightCheckTask', 'Prerequisites check'),
      task('CleanupFabricTask', 'Cleaning up'),
      task('UnregisterFabricTask', 'Deleting the server'),
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
  },
  PurgeVMM: {
    title: 'Delete the server',
    tasks: [task('PurgeFabricPreflightChecksTask', 'Prerequisites check'), task('PurgeFabricTask', 'Deleting the server')],
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
    tasks: [task('DiscoverPhysicalMachineTask', 'Adding the physical machine')],
    afterFailure: [],
    customDetails: 'AsrJobDetails',
    targetType: 'Server',
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
      task('ReplicaConfiguration', 'Complete network and post-replication configuration', 'ReplicaConfigurationTask'),
      UPDATE_STATE,
    ],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  ReverseReplication: {
    title: 'Reverse replication',
    tasks: [task('ReverseReplicationTask', 'Reverse replication')],
    afterFailure: RESTART,
    customDetails: 'AsrJobDetails',
    targetType: 'ProtectionEntity',
  },
  ReprotectReplicationGroup: {
    title: 'Reverse replication',
    tasks: [task('EnableProtection', 'Reverse replication')],
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
    title: 'Migrate the server to Microsoft Entra ID',
    tasks: [task('MigrateFabricToAadTask', 'Migrate the server to Microsoft Entra ID')],
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
