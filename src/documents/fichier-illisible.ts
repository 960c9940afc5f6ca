/** Le fichier reçu ne peut pas être lu. Le message est une phrase à montrer, qui dit quoi faire. */
export class FichierIllisible extends Error {
  override name = 'FichierIllisible';
}
