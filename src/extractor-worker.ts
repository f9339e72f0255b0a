import { read } from './reading.ts';
import { timed } from './timed-task.ts';

// Loads every model now: the time of the first text is limited too.
read({ id: 'warm-up', text: 'They met.' });

/** What each worker of the extraction pool runs. */
export default timed(read);
