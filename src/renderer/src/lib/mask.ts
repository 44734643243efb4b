export { isPhone, maskContact } from '../../../shared/models/mask.ts';
