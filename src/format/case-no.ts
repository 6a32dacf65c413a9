export { spokenNo } from 'contract/case-no';
