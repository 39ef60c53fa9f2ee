export { hyperVReplicaAzureInput as azureInput } from '../../providers/hyper-v-replica-azure.ts';
