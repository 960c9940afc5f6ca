import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

const SENTENCES: [RegExp, (folder: string) => string][] = [
  [
    /ENOSPC|No space left on device|Check free disk space|EDQUOT|Disk quota/i,
    (folder) => `Le disque est plein : libérez de la place là où se trouve ${folder}, puis relancez Marelle.`,
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system|wrong ownership|invalid permissions/i,
    (folder) =>
      `Le dossier de données ${folder} n'est pas accessible à ce compte : relancez Marelle avec le compte qui l'a créé, ou indiquez un autre dossier par MARELLE_DOSSIER.`,
  ],
  [
    /ENOTDIR|Not a directory/i,
    (folder) =>
      `${folder} n'est pas un dossier : déplacez ce fichier ou indiquez un autre dossier par MARELLE_DOSSIER.`,
  ],
  [
    /password authentication failed|28P01/i,
    (folder) =>
      `La base de ${folder} a été créée avec un autre secret : remettez MARELLE_SECRET (ou le fichier « secret » du dossier) à sa valeur d'alors.`,
  ],
  [
    /lock file "postmaster\.pid" already exists|pre-existing shared memory block/i,
    (folder) => `Un autre PostgreSQL utilise déjà ${folder} : arrêtez-le, puis relancez Marelle.`,
  ],
  [
    /incompatible with server|database files are incompatible/i,
    (folder) =>
      `La base de ${folder} a été créée par une autre version de PostgreSQL : restaurez-la depuis une sauvegarde.`,
  ],
  [
    /could not create shared memory|Cannot allocate memory|could not create semaphores/i,
    () =>
      "La mémoire de la machine ne suffit pas à démarrer PostgreSQL : arrêtez d'autres programmes, puis relancez Marelle.",
  ],
];

/** One sentence for the person who starts Marelle; what PostgreSQL said follows only when no sentence is known. */
export function formatFailure(folder: string, cause: unknown): ErreurExploitation {
  if (cause instanceof ErreurExploitation) return cause;
  const text =
    cause instanceof Error ? `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.message}` : String(cause);
  const known = SENTENCES.find(([pattern]) => pattern.test(text));
  const sentence = known?.[1](folder) ?? `Le PostgreSQL embarqué ne démarre pas sur ${folder} : ${text.trim()}`;
  return new ErreurExploitation(sentence, { cause });
}
