export { inMageAzureV2Input as azureInput } from '../../providers/in-mage-azure-v2.ts';
