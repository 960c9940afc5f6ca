import type { ReactNode } from 'react';
import type { Ton } from './ton.ts';

export function Etiquette({ ton = 'neutre', children }: { ton?: Ton; children: ReactNode }) {
  return <span className={`etiquette ton-${ton}`}>{children}</span>;
}
