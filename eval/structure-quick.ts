import { readSet } from '../scripts/train-events/recipe.ts';
import { trainStructure } from '../scripts/train-events/structure.ts';
import { foldOf } from '../src/learn/linear.ts';
import { findParticipants } from '../src/events/participants.ts';
import { findPlace } from '../src/events/place.ts';
import { readStructures } from '../src/events/structure.ts';
import { anchorOf } from '../src/events/relations.ts';
import { findSupport, isCandidate } from '../src/events/features.ts';
import { writeFileSync } from 'node:fs';

const shared = '/work/shared';
const docs = [...readSet(shared, 'news-events', true), ...readSet(shared, 'meantime_apple', false)];
const ov = (a: any, b: any) => Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0;
const ths = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];
const C: any = {};
const bump = (k: string, n: number | boolean) => (C[k] = (C[k] ?? 0) + +n);
const errors: string[] = [];
for (let f = 0; f < 5; f++) {
  const models = trainStructure(docs.filter((d) => foldOf(d.gold.id) !== f));
  for (const d of docs.filter((d) => foldOf(d.gold.id) === f)) {
    const set = d.typed ? 'n' : 'm';
    for (const s of readStructures(d.reading, d.views)) {
      for (const e of d.gold.events as any[]) {
        if (e.end <= s.view.sentence.start || e.start >= s.view.sentence.end || e.cls === null) continue;
        const token = s.view.tokens.findIndex((t, i) => ov(t, e) && isCandidate(s.view, i));
        if (token < 0) { bump(set + 'lost', 1); continue; }
        const { pos } = s.view.tokens[token]!;
        const verbal = pos !== 'NOUN' && pos !== 'PROPN';
        const anchor = anchorOf(s, token, verbal, verbal ? -1 : findSupport(s.view, token));
        const o = { anchor, type: d.typed ? e.cls : '-', mode: e.mode ?? undefined };
        const span = (p: any) => ({ start: s.view.tokens[p.first]!.start, end: s.view.tokens[p.last - 1]!.end });
        const gold = d.typed ? e.participants : e.participants.filter((p: any) => p.named);
        for (const t of ths) {
          const found = findParticipants(s, o, models.participants, t).map((p) => ({ ...span(p.phrase), role: p.role }));
          const judged = d.typed || gold.length > 0;
          bump(`${set}${t}g`, gold.length);
          bump(`${set}${t}r`, gold.filter((p: any) => found.some((q) => ov(p, q))).length);
          if (judged) { bump(`${set}${t}y`, found.length);
          bump(`${set}${t}p`, found.filter((q) => e.participants.some((p: any) => ov(p, q))).length);}
          if (d.typed) { for (const q of found) { const g = gold.find((p: any) => ov(p, q)); if (g) { bump(`${set}${t}ro`, 1); bump(`${set}${t}rr`, g.role === q.role); } }
          const place = findPlace(s, o, models.place, t);
          bump(`P${t}g`, !!e.place); bump(`P${t}y`, !!place); bump(`P${t}r`, !!place && !!e.place && ov(span(place.phrase), e.place));
          if (t === 0.45) { const txt=d.gold.text;
            for (const q of found) if (!gold.some((p: any) => ov(p, q))) errors.push(`FP ${q.role} "${txt.slice(q.start, q.end)}" of ${e.trigger}(${e.cls}): ${txt.slice(s.view.sentence.start, s.view.sentence.end)}`);
            for (const p of gold) if (!found.some((q) => ov(p, q))) errors.push(`FN ${p.role} "${p.text}" of ${e.trigger}(${e.cls}): ${txt.slice(s.view.sentence.start, s.view.sentence.end)}`);
            if (place && !(e.place && ov(span(place.phrase), e.place))) errors.push(`PFP "${txt.slice(span(place.phrase).start, span(place.phrase).end)}" (gold ${e.place?.text}) of ${e.trigger}(${e.cls}): ${txt.slice(s.view.sentence.start, s.view.sentence.end)}`);
            if (!place && e.place) errors.push(`PFN "${e.place.text}" of ${e.trigger}(${e.cls}): ${txt.slice(s.view.sentence.start, s.view.sentence.end)}`);
          } }
        }
      }
    }
  }
}
const pr = (k: string, p = 'p') => { const P = C[k + p] / C[k + 'y'], R = C[k + 'r'] / C[k + 'g']; return `P ${(P * 100).toFixed(1)} R ${(R * 100).toFixed(1)} F ${((200 * P * R) / (P + R)).toFixed(1)}`; };
for (const t of ths) console.log(t, 'news', pr('n' + t), 'role', ((100 * C[`n${t}rr`]) / C[`n${t}ro`]).toFixed(1), 'meantime', pr('m' + t), 'place', pr('P' + t, 'r'));
console.log(C.nlost, C.mlost);
writeFileSync('/tmp/structure-errors.txt', errors.join('\n'));
import { candidates } from '../src/events/pair-features.ts';
import { isPlace } from '../src/events/place.ts';
const miss: string[] = [];
let pg = 0, pc = 0, lg = 0, lc = 0;
for (const d of docs.filter((d) => d.typed)) for (const s of readStructures(d.reading, d.views)) for (const e of d.gold.events as any[]) {
  if (e.end <= s.view.sentence.start || e.start >= s.view.sentence.end) continue;
  const token = s.view.tokens.findIndex((t, i) => ov(t, e) && isCandidate(s.view, i));
  if (token < 0) continue;
  const { pos } = s.view.tokens[token]!;
  const verbal = pos !== 'NOUN' && pos !== 'PROPN';
  const anchor = anchorOf(s, token, verbal, -1);
  const span = (p: any) => ({ start: s.view.tokens[p.first]!.start, end: s.view.tokens[p.last - 1]!.end });
  const near = candidates(s, anchor);
  for (const p of e.participants) { pg++; if (near.some((q) => ov(span(q), p))) pc++; else miss.push(`part "${p.text}" of ${e.trigger}: ${d.gold.text.slice(s.view.sentence.start, s.view.sentence.end)}`); }
  if (e.place) { lg++; if (near.some((q) => isPlace(s, q) && ov(span(q), e.place))) lc++; else miss.push(`place "${e.place.text}" of ${e.trigger}: ${d.gold.text.slice(s.view.sentence.start, s.view.sentence.end)}`); }
}
console.log('candidate recall', pc, pg, lc, lg);
writeFileSync('/tmp/structure-miss.txt', miss.join('\n'));
