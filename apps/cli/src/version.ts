/** As the packed tarball has it too. */
export const version = '0.1.0'
