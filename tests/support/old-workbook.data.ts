import { inflateSync } from 'node:zlib';

/**
 * A workbook of the kind before .xlsx (BIFF8), which no library here writes: three made-up machines with VM, CPUs, Memory and
 * Template, saved by a spreadsheet and packed.
 */
export const OLD_WORKBOOK: Buffer = inflateSync(
  Buffer.from(
    [
      'eNrtWF1MXEUUPnPv7nJ3oXCh4E9b8YrtQguYUh7EaGUppbVJEUJBG9OkLnBB7C5LFqo20bil9sHEJpo++GAT0wQfjKZqTPRBjfBmosafpEn1if',
      'rW6MPWn5gmhes3586FdbMbd9dqYt2zOXdmvrln5tyZc86c2a+/ql0+/96my5RF95NOq06QAhmYAAe9hkmkKWzVcRwPdsr0n6IVVco99GH//GC5',
      '5xVgQ+1tSJVluvloiBL4zZFFfTSNMkknqBi6BRaTOV4hMqsFvlcolecvfX4Zv2Uc18G5/F/Ge+n/leAq8AZwNbjGPQKoFlwH3giuBzewTRDdCr',
      '4NfDt4E3gzeAv4DnAj+E6wpXRpUqXkbaiHVbulHHf+cQoa2MWAnz7a8IXcct77y7CId31LbBc/gI/QjLSN3mhszPq3aA/rEBVSh0UY6W7UBJ0D',
      'Wk3vMPoxP3ez9YEiZHUpiz6sRVj3M/xs4mc1SfkPWeZ7Rjpgl59J73n+ZeUEftGD+DdFUYpl99KN6230VdGC9K/99rSdjMYafQF6Q/phZJk9aI',
      'F+c6wMb120JC4HYvzXwnCtSJz+d/gC1i7XOre676ez8e158LY8+I48eDAnTmwDlhtkFX5Wg9elyJGlmdK5rE0FuKxL+bjcmKrgsj7ldx5n6z6N',
      'WP2NDOWI6YnY+EtwXYHfkjDARMNnBP1Ij8kAnh7iiQJpGailh3sJfSZ3UmVautinOA4MOilwIBiLIoJnhBqvmu6RYEBrAyHf+B2nwnUa4CMj6H',
      'rVI/0ydgyOzCK09NvxRPIEzpVhOz4Ti87ZOG5mk0+1d6Dc13PwUJ9q74LI8NCI1+x0MGCQjvrc5RkzGsDrO9egSo1n5YBm/imgVUGPcXyxDAG1',
      '/JUmvuX6m1e/7R8d7D7KeIrWR9ym8fqJk+hZ8u1giVZ+zvO79bSV7sI51RtuGp6K27PWw/bT1lAiHp1uG7Inj8eiyaZwx65wTwOMJvyX7w1GJ2',
      '0rPHiKJ3iBn2Eo08l0pbs5o96C+qn2S/Ptl9Ld2zPq5xHlgvhEwb95ahNtwpPxSkEjGNug55SJveav4VK2pVR/YL2t4bfFWG/r+P2S0cbyiBcr',
      'a9SyV5OyH/U0NNOru/FP1DAmcmBaDkzPwlbYnNycg1RLoCXWWhpvrtfS0dJVS7Cc1OoTnBSC5UKM4ZCAjPuODhvyKwmNewNKQmOJOlci5UloLF',
      'GhJHTuNZSEzhIBxj6PBJSEvjbHTzQox0o/5Jph2lCOJpWE3umdrsbpFsaDaTNHBqdRiOWkjBzzQa2OPgi4xyDRA7AE4lzLXQdvAtAkvHTSyBxI',
      'eFljqKTcUyBD00NuDmoamhu53K59MufrnxpLJmYTE3NW3zNjdsy679724eioHYvZvER7piYmuv5O7ivcqFUyrTpyDC3XuLR8+vWfrw08Yb71ik',
      'Gtze9/J3fmWRVSZH+XCnIRtXoHVZ58WOXK4ypfnlE59pUVN/eV9Z1KzqNC6sXoLxHt4pcXz92z2Tz7KvRvu3Zhr8xEsrAjKk/3wr2ZoWs+vEw3',
      'D93I+z/bSVYMyCUjY1JEhZtHMXuSjtEo63GsaP3r+Kxyzx2niHt1teH5eS/mjcNHB6DDkyXNr2fcwQuRQepAB9bizADuBHbJ+yfPomLv/3eruz',
      'rfTOgQHcf3x3E3kXt/AFYwwXsikTncWRJA8lOLmt9fxPpvBb+9Nv9ezDDGOthsgcXp01XC9zeD58r//zD9AWQxKng=',
    ].join(''),
    'base64',
  ),
);
