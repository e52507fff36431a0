const bits = new DataView(new ArrayBuffer(4));

/** Round to nearest, ties to even, as torch does. Finite values only. */
export function toBfloat16(value) {
  bits.setFloat32(0, value);
  const word = bits.getUint32(0);
  return ((word + 0x7fff + ((word >>> 16) & 1)) >>> 16) & 0xffff;
}

export function fromBfloat16(word) {
  bits.setUint32(0, word << 16);
  return bits.getFloat32(0);
}
