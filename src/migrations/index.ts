import * as migration_20261124_144325_initial from './20261124_144325_initial';
import * as migration_20261124_144326_seal from './20261124_144326_seal';

export const migrations = [
  {
    up: migration_20261124_144325_initial.up,
    down: migration_20261124_144325_initial.down,
    name: '20261124_144325_initial'
  },
  {
    up: migration_20261124_144326_seal.up,
    down: migration_20261124_144326_seal.down,
    name: '20261124_144326_seal'
  },
];
