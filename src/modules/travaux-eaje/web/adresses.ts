/** Où se lisent les travaux d'une crèche. */
export const ADRESSE_TRAVAUX = '/creches/travaux';
export const formatAdresseTravaux = (etablissementId: string): string => `/creches/${etablissementId}/travaux`;
export const formatAdresseDossier = (id: string, suite = ''): string => `${ADRESSE_TRAVAUX}/${id}${suite}`;
export const formatAdresseInformation = (id: string, suite = ''): string =>
  `${ADRESSE_TRAVAUX}/informations/${id}/corriger${suite}`;

/** Le chemin d'une page de travaux : les crèches, la crèche, ses travaux, et le dossier quand la page est sous lui. */
export const listFilTravaux = (
  { etablissementId, creche }: { etablissementId: string; creche: string },
  dossier?: { id: string; objet: string },
) => [
  { titre: 'Crèches', href: '/creches' },
  { titre: creche, href: `/creches/${etablissementId}` },
  { titre: 'Travaux', href: formatAdresseTravaux(etablissementId) },
  ...(dossier ? [{ titre: dossier.objet, href: formatAdresseDossier(dossier.id) }] : []),
];
