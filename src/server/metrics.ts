import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '#database/connection.ts';

export type Metrics = {
  observe: (genre: string, statut: number, secondes: number) => void;
  render: () => Promise<string>;
  type: string;
};

/** Mesures au format Prometheus : durée et nombre des réponses par genre, connexions à la base, mémoire. Aucune adresse, aucun agent. */
export function createMetrics(db?: Database): Metrics {
  const registre = new Registry();
  collectDefaultMetrics({ register: registre });
  const duree = new Histogram({
    name: 'marelle_reponse_secondes',
    help: 'Durée des réponses par genre (page, api, fichier, sante)',
    labelNames: ['genre'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registre],
  });
  const nombre = new Counter({
    name: 'marelle_reponses_total',
    help: 'Réponses par genre et famille de statut',
    labelNames: ['genre', 'statut'],
    registers: [registre],
  });
  new Gauge({
    name: 'marelle_connexions_base',
    help: 'Connexions à la base : ouvertes, libres, demandes en attente',
    labelNames: ['etat'],
    registers: [registre],
    collect() {
      this.set({ etat: 'ouvertes' }, db?.agents.totalCount ?? 0);
      this.set({ etat: 'libres' }, db?.agents.idleCount ?? 0);
      this.set({ etat: 'attente' }, db?.agents.waitingCount ?? 0);
    },
  });
  return {
    type: registre.contentType,
    render: () => registre.metrics(),
    observe(genre, statut, secondes) {
      duree.observe({ genre }, secondes);
      nombre.inc({ genre, statut: `${Math.floor(statut / 100)}xx` });
    },
  };
}
