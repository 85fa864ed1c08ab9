import * as migration_20261124_071855_initial from './20261124_071855_initial';

export const migrations = [
  {
    up: migration_20261124_071855_initial.up,
    down: migration_20261124_071855_initial.down,
    name: '20261124_071855_initial'
  },
];
