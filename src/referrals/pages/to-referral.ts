/** The way back of whatever is done with one referral. */
export const toReferral = ({ reference }: { reference: string }) => ({
  to: `/mash/${reference}`,
  says: `Referral ${reference}`,
});
