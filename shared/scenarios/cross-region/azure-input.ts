export { azureToAzureInput as azureInput } from '../providers/azure-to-azure.ts';
