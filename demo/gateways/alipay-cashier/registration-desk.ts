import type { Courier } from '../support/courier.ts';
import type { CaseDesk } from '../support/simulated-gateway.ts';
import type { Post } from './post.ts';
import type { Registrations } from './registrations.ts';

export interface RegistrationDeskOptions {
  readonly registrations: Registrations;
  readonly courier: Pick<Courier, 'deliveries'>;
  readonly post: Pick<Post, 'registration'>;
}

/** The reviews of merchants, as the panel decides them. */
export function registrationDesk({ registrations, courier, post }: RegistrationDeskOptions): CaseDesk {
  return {
    name: 'Registrations',
    outcomes: { approve: 'Approve', reject: 'Reject' },
    reports: () =>
      registrations.list().map(({ registrationRequestId, referenceMerchantId, merchantName, review }) => ({
        reference: registrationRequestId,
        description: merchantName ?? referenceMerchantId,
        status: review,
        isSettled: review !== 'PENDING',
        notifications: courier.deliveries(registrationRequestId),
      })),
    settle(reference, outcome) {
      const decided = registrations.decide(reference, outcome === 'approve' ? 'APPROVED' : 'REJECTED');
      if (decided) post.registration(decided);
      return decided !== null;
    },
  };
}
