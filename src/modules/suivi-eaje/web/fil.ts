/** Le chemin d'une page de suivi : les crèches, la crèche, son suivi. */
export const listFilSuivi = (id: string, nom: string) => [
  { titre: 'Crèches', href: '/creches' },
  { titre: nom, href: `/creches/${id}` },
  { titre: 'Suivi', href: `/creches/${id}/suivi` },
];

export const formatAdresseContact = (id: string, suite = '') => `/creches/${id}/contact-urgence${suite}`;
