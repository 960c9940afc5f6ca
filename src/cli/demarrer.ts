import { parseArgs } from 'node:util';
import { buildCourriels, buildOidc, type Configuration, readConfiguration } from '#server/configuration.ts';
import { startTravaux } from '#server/jobs/jobs.ts';
import { readSante } from '#server/sante.ts';
import { readSecret } from '#server/secret.ts';
import { loadServerBuild, startServer, verifyPort } from '#server/start.ts';
import { createArret } from './arret.ts';
import { type BaseOuverte, openBase } from './base.ts';
import type { Commande } from './commande.ts';
import { openDemonstration } from './demonstration.ts';
import { logEtape } from './etapes.ts';

export const demarrer: Commande = {
  aide: `Usage : marelle demarrer

Ouvre la base (embarquée, ou celle de DATABASE_URL), la met à jour, et sert Marelle sur http://localhost:PORT.
Ctrl-C arrête tout proprement. Les variables d'environnement sont décrites dans docs/exploitation.md.`,
  async run(args) {
    parseArgs({ args, options: {} });
    const configuration = readConfiguration(process.env);
    await verifyPort(configuration.port, configuration.hote);
    const arret = createArret();
    const secret = readSecret(configuration);
    const base = await openBase(configuration, secret);
    try {
      const comptes = await openDemonstration(configuration, base);
      await serve(configuration, base, { secret, arret, comptes });
      return 0;
    } finally {
      await base.close();
      logEtape('Marelle est arrêtée.');
    }
  },
};

/** What signs sessions, what is shown once open, and what ends it. */
type Attente = { secret: string; arret: Promise<void>; comptes: string | undefined };

async function serve(
  configuration: Configuration,
  { db, urlSysteme }: BaseOuverte,
  { secret, arret, comptes }: Attente,
): Promise<void> {
  const build = await loadServerBuild();
  const [{ adresse }, courriels] = [configuration, buildCourriels(configuration)];
  const application = build.createApplication({
    db,
    getSante: () => readSante(db, courriels),
    derriereMandataire: configuration.mandataire,
    courrielsPartent: courriels !== undefined,
    metriquesOuvertes: configuration.metriques === 'ouvertes',
    connexion: { secret, adresse, oidc: buildOidc(configuration) },
  });
  const serveur = await startServer({ port: configuration.port, hote: configuration.hote, application });
  logEtape(`Marelle est ouverte : ${configuration.adresse} (Ctrl-C pour l'arrêter)`);
  if (comptes) console.log(comptes);
  const travaux = configuration.travaux
    ? await startTravaux({ urlSysteme, db, travaux: build.TRAVAUX, adresse, courriels })
    : undefined;
  await arret;
  logEtape('Arrêt…');
  await serveur.close();
  await travaux?.stop();
}
