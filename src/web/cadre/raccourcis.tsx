import { useRouteLoaderData } from 'react-router';
import type { loader as rootLoader } from '../../root.tsx';
import { EnTetePage } from '../gabarits/en-tete-page.tsx';
import { Bouton } from '../ui/bouton.tsx';
import type { loader as cadreLoader } from './cadre.tsx';
import { listEntrees } from './navigation.ts';

export default function Raccourcis() {
  const actifs = useRouteLoaderData<typeof rootLoader>('root')?.preferences.raccourcis ?? true;
  const agent = useRouteLoaderData<typeof cadreLoader>('cadre')?.agent;
  const entrees = listEntrees(agent?.habilitations ?? []).filter(({ touche }) => touche);
  return (
    <>
      <EnTetePage titre="Raccourcis du clavier" sous="Ils s’arrêtent dès que vous écrivez dans un champ." />
      <dl className="raccourcis">
        <dt>
          <kbd>/</kbd>
        </dt>
        <dd>Aller à la recherche</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>Ouvrir cette page</dd>
        {entrees.map(({ titre, href, touche }) => (
          <div className="raccourci" key={href}>
            <dt>
              <kbd>g</kbd> puis <kbd>{touche}</kbd>
            </dt>
            <dd>
              <a href={href}>{titre}</a>
            </dd>
          </div>
        ))}
      </dl>
      <form method="post" action="/apparence">
        <input type="hidden" name="retour" value="/raccourcis" />
        <Bouton name="raccourcis" value={actifs ? 'non' : 'oui'}>
          {actifs ? 'Éteindre les raccourcis' : 'Rallumer les raccourcis'}
        </Bouton>
      </form>
    </>
  );
}
