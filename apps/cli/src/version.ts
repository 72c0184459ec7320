/** The packed tarball takes it from here. */
export const version = '0.1.0'
