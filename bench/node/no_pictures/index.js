// Stands for the picture library that gltf-transform asks for: geometry is packed without it.
export default {};
