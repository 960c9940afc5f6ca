import { Bouton } from '../ui/bouton.tsx';
import { type CadreVue, formatInitiales } from './cadre-vue.ts';
import { type Preferences, THEMES, type Theme } from './preferences.ts';

type OutilsProps = { agent: CadreVue['agent']; preferences: Preferences; adresse: string };

/** En haut à droite de toutes les pages : chercher, et ce qui concerne l'agent lui-même. */
export function Outils({ agent, preferences, adresse }: OutilsProps) {
  return (
    <div className="outils">
      <search className="cherche">
        <form action="/recherche">
          <input
            type="search"
            name="q"
            id="recherche-globale"
            aria-label="Chercher dans tout ce que vous pouvez voir"
            placeholder="Chercher un enfant, une mesure…"
            autoComplete="off"
            aria-keyshortcuts={preferences.raccourcis ? '/' : undefined}
          />
          {preferences.raccourcis ? <kbd>/</kbd> : null}
        </form>
      </search>
      <details className="compte">
        <summary title={agent?.nom}>
          <span aria-hidden="true">{agent ? formatInitiales(agent.nom) : '…'}</span>
          <span className="lecteur">{agent ? `Votre compte, ${agent.nom}` : 'Affichage et connexion'}</span>
        </summary>
        <div>
          {agent ? (
            <p>
              <strong>{agent.nom}</strong>
              <br />
              <small>{agent.poste}</small>
            </p>
          ) : null}
          <ChoixDuTheme theme={preferences.theme} adresse={adresse} />
          <ul>
            {agent ? (
              <li>
                <a href="/compte">Votre compte</a>
              </li>
            ) : null}
            {agent ? (
              <li>
                <a href="/compte/alertes">Alertes et calendrier</a>
              </li>
            ) : null}
            <li>
              <a href="/raccourcis">Raccourcis du clavier</a>
            </li>
          </ul>
          {agent ? (
            <form method="post" action="/deconnexion">
              <Bouton>Se déconnecter</Bouton>
            </form>
          ) : (
            <a href="/connexion">Se connecter</a>
          )}
        </div>
      </details>
    </div>
  );
}

function ChoixDuTheme({ theme, adresse }: { theme: Theme; adresse: string }) {
  return (
    <form method="post" action="/apparence">
      <input type="hidden" name="retour" value={adresse} />
      <fieldset className="segments">
        <legend>Affichage</legend>
        {(Object.keys(THEMES) as Theme[]).map((choix) => (
          <Bouton key={choix} petit name="theme" value={choix} aria-pressed={choix === theme}>
            {THEMES[choix]}
          </Bouton>
        ))}
      </fieldset>
    </form>
  );
}
