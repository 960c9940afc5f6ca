/** La bibliothèque n'est pas typée ; seule la lecture des dates locales qu'elle rend nous sert. */
declare module '@socialgouv/jours-feries' {
  type DateLocale = { getFullYear(): number; getMonth(): number; getDate(): number; getHours(): number };
  function joursFeries(annee: number, options: { alsace: boolean }): Record<string, DateLocale>;
  export = joursFeries;
}
