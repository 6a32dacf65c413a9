import type { ActionName, Contract } from '../../contract/actions';
import type { ErrorCode } from '../../contract/errors';
import { type Deed, type Part, doersOf, isDeed } from '../../contract/deeds';
import type { CaseDoc, PersonDoc, Unit } from '../domain/documents';
import { isAgentOfStreet, overseesUnit, partsIn } from '../domain/case/case';
import { hasReviewed } from '../domain/case/readers';

/**
 * The rights table: who may do what to which record. The contract's `roles` say who has an action at all; a row here
 * says whose records it reaches. `open`: the catalogue, for every caller. `own`: only what belongs to the caller.
 */
type Right =
  | 'open'
  | 'own'
  | { case: (who: PersonDoc, kase: CaseDoc) => true | ErrorCode }
  | { unit: (who: PersonDoc, unit: Unit) => true | ErrorCode };

const partner: Right = { case: (who, kase) => partsIn(who, kase).length > 0 || 'NOT_YOUR_CASE' };
const part = (...allowed: Part[]): Right => ({
  case: (who, kase) => partsIn(who, kase).some((one) => allowed.includes(one)) || 'NOT_YOUR_CASE',
});

/** The deeds that are actions of the function `cases`. */
export type CaseDeed = Extract<keyof Contract['cases'], Deed>;
type ActionOfDeed = `cases.${Exclude<CaseDeed, 'submit'>}`;

const agents: readonly Part[] = ['agent', 'colleague', 'candidate'];

/** A deed is for whom the table of deeds names. Of what only agents do, one of its street is told that it went to another. */
function rightOfDeed(deed: Deed): Right {
  const doers = doersOf(deed);
  const isOfAgents = doers.every((one) => agents.includes(one));
  return {
    case: (who, kase) =>
      // What a neighbour may who has no part in it (我也遇到了); the handler says to which cases.
      doers.includes('bystander') ||
      partsIn(who, kase).some((one) => doers.includes(one)) ||
      (isOfAgents && kase.holderId && isAgentOfStreet(who, kase.unit) ? 'CASE_TAKEN' : 'NOT_YOUR_CASE'),
  };
}

const overseer: Right = { unit: (who, unit) => overseesUnit(who, unit) || 'UNIT_NOT_YOURS' };
/** What concerns all: for managers of the whole district. */
const district: Right = {
  unit: (who, unit) =>
    who.posts.some(({ role, orgId }) => role === 'manager' && orgId === unit.district) || 'UNIT_NOT_YOURS',
};

/** Of every action that is no deed. */
const rights: Record<Exclude<ActionName, ActionOfDeed>, Right> = {
  'account.session': 'own',
  'account.inbox': 'own',
  'account.read': 'own',
  'account.notices': 'own',
  'account.setNotices': 'own',
  'account.subscribed': 'own',
  // The caller who enters the code that the installation printed; the caller who joins for themselves.
  'account.begin': 'own',
  'account.broke': 'own',
  'account.join': 'own',
  'account.change': 'own',
  'account.family': 'own',
  'account.setFamily': 'own',
  'account.dropFamily': 'own',
  'account.answerFamily': 'own',
  // Bound to a number: the caller who has it.
  'account.invitation': 'own',
  'account.accept': 'own',
  'catalog.list': 'open',
  'catalog.search': 'open',
  'catalog.bundles': 'open',
  'catalog.detail': 'open',
  'catalog.answers': 'open',
  'catalog.picture': 'open',
  // Managers of any unit may propose; the catalogue is one for the district, and the district's managers publish.
  'catalog.drafts': 'own',
  'catalog.proof': 'own',
  'catalog.draft': 'own',
  'catalog.versions': 'own',
  'catalog.starters': 'own',
  'catalog.drop': district,
  'catalog.publish': district,
  'catalog.restore': district,
  'catalog.reviewed': district,
  'catalog.learn': district,
  'catalog.start': district,
  'catalog.local': overseer,
  'catalog.offer': overseer,
  'catalog.missed': overseer,
  'cases.slots': 'open',
  // Whoever has the link: it is the right.
  'cases.shared': 'open',
  'cases.submit': 'own',
  'cases.submitBundle': 'own',
  // Those of its parts that the caller has to do with.
  'cases.bundle': 'own',
  'cases.intake': 'own',
  'cases.complain': 'own',
  'cases.complainable': 'own',
  'cases.report': 'own',
  'cases.nearby': 'open',
  // Into the caller's own folder; what hangs where is asked when it is handed on.
  'cases.upload': 'own',
  'cases.pictures': part('resident', 'agent', 'manager'),
  // Whom they are to open the door to.
  'cases.visitors': part('resident', 'asker'),
  'cases.mine': 'own',
  'cases.queue': 'own',
  'cases.day': 'own',
  'cases.board': overseer,
  'cases.find': overseer,
  'cases.absent': overseer,
  'cases.detail': partner,
  'cases.told': partner,
  'cases.proof': part('resident', 'asker', 'manager'),
  'cases.pool': 'own',
  'cases.candidates': part('agent', 'manager'),
  'cases.photos': part('resident', 'asker', 'agent'),
  'cases.proposal': part('agent', 'manager'),
  'cases.proposals': overseer,
  'cases.publish': overseer,
  'cases.withdraw': overseer,
  'cases.calls': 'own',
  'cases.called': 'own',
  'reviews.submit': part('resident', 'asker', 'manager'),
  'reviews.photos': part('manager'),
  // To their own words.
  'reviews.add': {
    case: (who, kase) => hasReviewed(who._id, kase) || kase.residentId === who._id || 'NOT_YOUR_CASE',
  },
  // Whole batches of the caller's own, and of them alone.
  'reviews.mine': 'own',
  'reviews.appeal': 'own',
  'reviews.heaps': overseer,
  'reviews.appeals': overseer,
  'reviews.judge': overseer,
  'reviews.moderation': overseer,
  'reviews.moderate': overseer,
  // A public wall.
  'reviews.wall': 'open',
  'reviews.draw': overseer,
  'reviews.samples': overseer,
  'reviews.sample': overseer,
  'reviews.redraw': overseer,
  'reviews.callbacks': overseer,
  'reviews.callback': overseer,
  'reviews.recordCall': overseer,
  'reviews.scores': overseer,
  'metrics.overview': overseer,
  'metrics.persons': overseer,
  'metrics.setRanking': overseer,
  'metrics.export': overseer,
  'metrics.pack': 'own',
  'metrics.form': overseer,
  'imports.template': overseer,
  'imports.start': overseer,
  'imports.state': overseer,
  'imports.recent': overseer,
  'imports.undo': overseer,
  'people.invite': overseer,
  'people.revoke': overseer,
  'people.invitations': overseer,
  'people.find': overseer,
  'people.checks': overseer,
  'people.look': overseer,
  'people.change': overseer,
  'people.join': overseer,
  'people.unjoin': overseer,
  'people.deactivate': overseer,
  'privacy.mine': 'own',
  'privacy.readers': 'own',
  'privacy.copy': 'own',
  'privacy.leaving': 'own',
  'privacy.ask': 'own',
  'privacy.takeBack': 'own',
  'privacy.unpublish': part('resident', 'asker'),
  'privacy.dropPhotos': part('resident'),
  'privacy.requests': overseer,
  'privacy.decide': overseer,
  'privacy.leavingOf': overseer,
  'privacy.askFor': overseer,
  'privacy.copyFor': overseer,
  'privacy.openings': overseer,
  'privacy.readersOf': overseer,
  'privacy.keeping': overseer,
  'privacy.setKeeping': district,
  'privacy.assessments': district,
  'privacy.assess': district,
  'roster.today': 'own',
  'roster.duty': 'own',
  'roster.face': 'own',
  // Their own, or that of an agent whose unit they oversee.
  'roster.leave': overseer,
  'roster.endLeave': overseer,
  'roster.list': overseer,
  'roster.set': overseer,
  'roster.hours': overseer,
  'roster.setHours': overseer,
  'units.tree': overseer,
  'units.missing': overseer,
  'units.change': overseer,
  'units.regrid': overseer,
  'units.regrids': overseer,
  'units.unplan': overseer,
  'units.journal': overseer,
  'units.find': 'open',
  'units.scan': 'open',
  // A head is printed and hung up.
  'units.heads': 'open',
  'units.chain': overseer,
  'units.code': overseer,
  'units.caseCode': partner,
  'admin.policy': overseer,
  'admin.setPolicy': overseer,
  'admin.units': 'own',
  'admin.deliveries': overseer,
  'admin.retry': overseer,
  'admin.clearAlarm': district,
  'admin.health': district,
  'admin.check': district,
  'admin.tryMessage': district,
};

function rightOf(action: ActionName): Right | undefined {
  const deed = action.replace(/^cases\./, '');
  if (isDeed(deed) && deed !== 'submit') return rightOfDeed(deed);
  const others: Partial<Record<ActionName, Right>> = rights;
  return others[action];
}

/** May this person do this to this case? True, or the code of the refusal. */
export function mayTouch(action: ActionName, who: PersonDoc, kase: CaseDoc): true | ErrorCode {
  const right = rightOf(action);
  return typeof right === 'object' && 'case' in right ? right.case(who, kase) : 'FORBIDDEN';
}

/** May this person see this unit? True, or the code of the refusal. */
export function mayOversee(action: ActionName, who: PersonDoc, unit: Unit): true | ErrorCode {
  const right = rightOf(action);
  return typeof right === 'object' && 'unit' in right ? right.unit(who, unit) : 'FORBIDDEN';
}
