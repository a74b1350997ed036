// The whole of TorchSharp.System's native side: a C interface over libtorch's dispatcher, small because it is generic.
// An operator is looked up by name and called boxed, so a new operator needs no line here. What the dispatcher does
// not offer (autograd's entry points, generators, devices, raw memory) is the handful of functions that follow.
//
// Rules. No exception leaves a function: each returns 0, or 1 with the message kept for bridge_last_error. A tensor
// handle is a TensorImpl* that owns one reference; 0 is the undefined tensor. Whatever a function returns is owned by
// the caller. The source builds against libtorch 1.13 and 2.x; where the two differ, TORCH_VERSION_* decides.

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/ScalarOps.h>
#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>

#include <cstring>
#include <mutex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

using Handle = c10::TensorImpl*;

// c10::optional in old libtorch, std::optional in new.
using MaybeTensor = decltype(std::declval<const c10::IValue&>().toOptionalTensorList())::value_type;

enum Tag : int32_t {
  kNone = 0,
  kTensor = 1,
  kInt = 2,
  kDouble = 3,
  kBool = 4,
  kIntList = 5,
  kDoubleList = 6,
  kBoolList = 7,
  kTensorList = 8,
  kString = 9,
  kDevice = 10,
  kGenerator = 11,
  kComplex = 12,
  kDefault = 13,  // take what the schema says
  kInts = 14,     // the ints that travel beside the arguments
};

// One argument or result. The layout is mirrored by RawValue in C#.
struct Value {
  int32_t tag;
  int32_t count;
  union {
    int64_t integer;
    double real;
    void* pointer;
  };
};

// What an argument of the schema takes, worked out once an operator.
enum class Kind { Tensor, Int, Float, Bool, Number, IntList, FloatList, BoolList, TensorList, OptionalTensorList,
                  String, Device, Generator, Other };

struct Parameter {
  Kind kind;
  bool optional;
  bool hasDefault;
  bool broadcasts;  // int[1] takes a bare int
  c10::IValue fallback;
  std::string name;
};

struct Operator {
  c10::OperatorHandle handle;
  std::string name;
  std::vector<Parameter> parameters;
};

thread_local std::string lastError;

int fail(const char* message) {
  lastError = message;
  return 1;
}

template <typename Body>
int guarded(Body&& body) noexcept {
  try {
    body();
    return 0;
  } catch (const c10::Error& error) {
    return fail(error.what_without_backtrace());
  } catch (const std::exception& error) {
    return fail(error.what());
  } catch (...) {
    return fail("libtorch threw something that is not an exception");
  }
}

at::Tensor borrow(Handle handle) {
  if (!handle) return at::Tensor();
  return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::unsafe_reclaim_from_nonowning(handle));
}

Handle release(at::Tensor tensor) {
  return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr;
}

Kind kindOf(const c10::TypePtr& type, bool& optional) {
  switch (type->kind()) {
    case c10::TypeKind::OptionalType:
      optional = true;
      return kindOf(type->expectRef<c10::OptionalType>().getElementType(), optional);
    case c10::TypeKind::TensorType: return Kind::Tensor;
    case c10::TypeKind::IntType: return Kind::Int;
    case c10::TypeKind::SymIntType: return Kind::Int;
    case c10::TypeKind::FloatType: return Kind::Float;
    case c10::TypeKind::BoolType: return Kind::Bool;
    case c10::TypeKind::NumberType: return Kind::Number;
    case c10::TypeKind::StringType: return Kind::String;
    case c10::TypeKind::DeviceObjType: return Kind::Device;
    case c10::TypeKind::GeneratorType: return Kind::Generator;
    case c10::TypeKind::ListType: {
      bool optionalElement = false;
      switch (kindOf(type->expectRef<c10::ListType>().getElementType(), optionalElement)) {
        case Kind::Int: return Kind::IntList;
        case Kind::Float: return Kind::FloatList;
        case Kind::Bool: return Kind::BoolList;
        case Kind::Tensor: return optionalElement ? Kind::OptionalTensorList : Kind::TensorList;
        default: return Kind::Other;
      }
    }
    default: return Kind::Other;
  }
}

const char* describe(Tag tag) {
  switch (tag) {
    case kNone: return "None";
    case kTensor: return "a Tensor";
    case kInt: return "an int";
    case kDouble: return "a float";
    case kBool: return "a bool";
    case kIntList: case kInts: return "a list of ints";
    case kDoubleList: return "a list of floats";
    case kBoolList: return "a list of bools";
    case kTensorList: return "a list of Tensors";
    case kString: return "a string";
    case kDevice: return "a device";
    case kGenerator: return "a Generator";
    case kComplex: return "a complex number";
    default: return "an unknown value";
  }
}

[[noreturn]] void refuse(const Operator& op, size_t index, Tag tag) {
  const auto& argument = op.handle.schema().arguments()[index];
  TORCH_CHECK(false, op.name, ": argument ", index + 1, " ('", argument.name(), "') must be ",
              argument.type()->str(), ", not ", describe(tag));
  std::abort();  // not reached: the check throws
}

c10::IValue intList(const int64_t* items, size_t count) {
  c10::List<int64_t> list;
  list.reserve(count);
  for (size_t i = 0; i < count; i++) list.push_back(items[i]);
  return list;
}

c10::IValue tensorList(const Operator& op, const Value& value) {
  auto handles = static_cast<Handle*>(value.pointer);
  c10::List<at::Tensor> list;
  list.reserve(value.count);
  for (int i = 0; i < value.count; i++) {
    TORCH_CHECK(handles[i], op.name, ": tensor ", i + 1, " of the list is None");
    list.push_back(borrow(handles[i]));
  }
  return list;
}

c10::IValue optionalTensorList(const Value& value) {
  auto handles = static_cast<Handle*>(value.pointer);
  c10::List<MaybeTensor> list;
  list.reserve(value.count);
  for (int i = 0; i < value.count; i++) list.push_back(handles[i] ? MaybeTensor(borrow(handles[i])) : MaybeTensor());
  return list;
}

c10::Scalar number(const Value& value) {
  switch (value.tag) {
    case kInt: return c10::Scalar(value.integer);
    case kDouble: return c10::Scalar(value.real);
    case kBool: return c10::Scalar(value.integer != 0);
    default: {
      auto parts = static_cast<double*>(value.pointer);
      return c10::Scalar(c10::complex<double>(parts[0], parts[1]));
    }
  }
}

bool isNumber(const Value& value) {
  return value.tag == kInt || value.tag == kDouble || value.tag == kBool || value.tag == kComplex;
}

// Turns one tagged value into what parameter `index` takes, or says what was expected.
c10::IValue argument(const Operator& op, size_t index, const Value& value, const int64_t* ints, int intCount) {
  const Parameter& parameter = op.parameters[index];
  if (value.tag == kDefault || (value.tag == kNone && !parameter.optional)) {
    if (!parameter.hasDefault) refuse(op, index, kNone);
    return parameter.fallback;
  }
  if (value.tag == kNone) return c10::IValue();
  switch (parameter.kind) {
    case Kind::Tensor:
      if (value.tag == kTensor) return borrow(static_cast<Handle>(value.pointer));
      // As Python passes `x * 2`: one dispatch less than the Scalar overload, which would wrap the number too.
      if (isNumber(value)) return at::native::wrapped_scalar_tensor(number(value));
      break;
    case Kind::Int:
      if (value.tag == kInt || value.tag == kBool) return value.integer;
      break;
    case Kind::Float:
      if (value.tag == kDouble) return value.real;
      if (value.tag == kInt) return static_cast<double>(value.integer);
      break;
    case Kind::Bool:
      if (value.tag == kBool || value.tag == kInt) return value.integer != 0;
      break;
    case Kind::Number:
      if (isNumber(value)) return number(value);
      break;
    case Kind::IntList:
      if (value.tag == kInts) return intList(ints, intCount);
      if (value.tag == kIntList) return intList(static_cast<int64_t*>(value.pointer), value.count);
      if (value.tag == kInt && parameter.broadcasts) return intList(&value.integer, 1);
      break;
    case Kind::FloatList:
      if (value.tag == kDoubleList) {
        auto items = static_cast<double*>(value.pointer);
        return std::vector<double>(items, items + value.count);
      }
      break;
    case Kind::BoolList:
      if (value.tag == kBoolList) {
        auto items = static_cast<uint8_t*>(value.pointer);
        c10::List<bool> list;
        for (int i = 0; i < value.count; i++) list.push_back(items[i] != 0);
        return list;
      }
      break;
    case Kind::TensorList:
      if (value.tag == kTensorList) return tensorList(op, value);
      break;
    case Kind::OptionalTensorList:
      if (value.tag == kTensorList) return optionalTensorList(value);
      break;
    case Kind::String:
      if (value.tag == kString) return std::string(static_cast<char*>(value.pointer), value.count);
      break;
    case Kind::Device:
      if (value.tag == kDevice) {
        return c10::Device(static_cast<c10::DeviceType>(value.count), static_cast<c10::DeviceIndex>(value.integer));
      }
      break;
    case Kind::Generator:
      if (value.tag == kGenerator) return *static_cast<at::Generator*>(value.pointer);
      break;
    case Kind::Other: break;
  }
  refuse(op, index, Tag(value.tag));
}

template <typename T>
void giveArray(Value& result, Tag tag, size_t count, T*& items) {
  items = static_cast<T*>(std::malloc(std::max<size_t>(count, 1) * sizeof(T)));
  result.tag = tag;
  result.count = static_cast<int32_t>(count);
  result.pointer = items;
}

void give(c10::IValue&& value, Value& result) {
  result = {kNone, 0, {0}};
  if (value.isTensor()) {
    result.tag = kTensor;
    result.pointer = release(std::move(value).toTensor());
  } else if (value.isInt()) {
    result.tag = kInt;
    result.integer = value.toInt();
  } else if (value.isDouble()) {
    result.tag = kDouble;
    result.real = value.toDouble();
  } else if (value.isBool()) {
    result.tag = kBool;
    result.integer = value.toBool();
  } else if (value.isComplexDouble()) {
    double* parts;
    giveArray(result, kComplex, 2, parts);
    parts[0] = value.toComplexDouble().real();
    parts[1] = value.toComplexDouble().imag();
  } else if (value.isTensorList()) {
    auto list = value.toTensorVector();
    Handle* handles;
    giveArray(result, kTensorList, list.size(), handles);
    for (size_t i = 0; i < list.size(); i++) handles[i] = release(std::move(list[i]));
  } else if (value.isIntList()) {
    auto list = value.toIntVector();
    int64_t* items;
    giveArray(result, kIntList, list.size(), items);
    std::copy(list.begin(), list.end(), items);
  } else if (value.isString()) {
    const auto& text = value.toStringRef();
    char* items;
    giveArray(result, kString, text.size(), items);
    std::memcpy(items, text.data(), text.size());
  } else if (!value.isNone()) {
    TORCH_CHECK(false, "a result of type ", value.tagKind(), " cannot be handed over");
  }
}

std::vector<at::Tensor> tensors(Handle* handles, int count) {
  std::vector<at::Tensor> list;
  list.reserve(count);
  for (int i = 0; i < count; i++) list.push_back(borrow(handles[i]));
  return list;
}

}  // namespace

EXPORT const char* bridge_last_error() { return lastError.c_str(); }

EXPORT const char* bridge_torch_version() { return TORCH_VERSION; }

EXPORT void bridge_free(void* memory) { std::free(memory); }

// ---- operators

// Finds aten::name.overload. What is found is kept for the life of the process.
EXPORT int bridge_operator(const char* name, const char* overload, void** result) {
  return guarded([&] {
    auto found = c10::Dispatcher::singleton().findSchema({name, overload});
    TORCH_CHECK(found.has_value(), "libtorch ", TORCH_VERSION, " has no operator ", name,
                *overload ? "." : "", overload);
    auto op = new Operator{*found, std::string(name) + (*overload ? "." : "") + overload, {}};
    for (const auto& argument : found->schema().arguments()) {
      Parameter parameter{};
      parameter.kind = kindOf(argument.type(), parameter.optional);
      parameter.broadcasts = argument.N().has_value();
      parameter.hasDefault = argument.default_value().has_value() || parameter.optional;
      if (argument.default_value()) parameter.fallback = *argument.default_value();
      parameter.name = argument.name();
      op->parameters.push_back(std::move(parameter));
    }
    *result = op;
  });
}

// The operator's schema as libtorch prints it, to be freed.
EXPORT int bridge_schema(Operator* op, char** text) {
  return guarded([&] {
    std::ostringstream stream;
    stream << op->handle.schema();
    *text = strdup(stream.str().c_str());
  });
}

// Calls an operator. Arguments are `count` Values, `stride` bytes apart; those left out take the schema's defaults.
// Writes up to `capacity` results and drops the rest (an in-place operator's caller has the tensor already).
EXPORT int bridge_call(Operator* op, const char* arguments, int stride, int count, const int64_t* ints, int intCount,
                       Value* results, int capacity, int* resultCount) {
  return guarded([&] {
    TORCH_CHECK(size_t(count) <= op->parameters.size(), op->name, " takes ", op->parameters.size(),
                " arguments, not ", count);
    torch::jit::Stack stack;
    stack.reserve(op->parameters.size());
    const Value missing{kDefault, 0, {0}};
    for (size_t i = 0; i < op->parameters.size(); i++) {
      const Value& value = i < size_t(count) ? *reinterpret_cast<const Value*>(arguments + i * stride) : missing;
      stack.push_back(argument(*op, i, value, ints, intCount));
    }
    op->handle.callBoxed(&stack);
    int given = std::min<int>(capacity, static_cast<int>(stack.size()));
    for (int i = 0; i < given; i++) give(std::move(stack[i]), results[i]);
    *resultCount = given;
  });
}

// ---- tensors

// What C# asks of a tensor, in one go. sizes and strides point into the tensor and live as long as it does.
struct Info {
  const int64_t* sizes;
  const int64_t* strides;
  int64_t elements;
  int32_t dimensions;
  int32_t elementSize;
  int8_t dtype;
  int8_t deviceType;
  int16_t deviceIndex;
  uint8_t requiresGrad;
  uint8_t isLeaf;
  uint8_t isContiguous;
  uint8_t isSparse;
};

EXPORT int bridge_info(Handle handle, Info* info) {
  return guarded([&] {
    at::Tensor tensor = borrow(handle);
    bool strided = tensor.layout() == at::kStrided;
    info->sizes = tensor.sizes().data();
    info->strides = strided ? tensor.strides().data() : nullptr;
    info->elements = tensor.numel();
    info->dimensions = static_cast<int32_t>(tensor.dim());
    info->elementSize = static_cast<int32_t>(tensor.element_size());
    info->dtype = static_cast<int8_t>(tensor.scalar_type());
    info->deviceType = static_cast<int8_t>(tensor.device().type());
    info->deviceIndex = tensor.device().index();
    info->requiresGrad = tensor.requires_grad();
    info->isLeaf = tensor.is_leaf();
    info->isContiguous = strided && tensor.is_contiguous();
    info->isSparse = tensor.is_sparse();
  });
}

EXPORT void bridge_retain(Handle handle) {
  if (handle) c10::raw::intrusive_ptr::incref(handle);
}

// Gives one reference back. Freeing memory does not throw, and a failure here would have nowhere to go.
EXPORT void bridge_release(Handle handle) {
  if (handle) c10::raw::intrusive_ptr::decref(handle);
}

// Bytes of memory that this tensor alone holds: 0 for a view of something that others hold too.
EXPORT int64_t bridge_owned_bytes(Handle handle) {
  int64_t bytes = 0;
  guarded([&] {
    if (handle->has_storage() && handle->storage().use_count() == 1) bytes = handle->storage().nbytes();
  });
  return bytes;
}

EXPORT int bridge_data(Handle handle, void** data) {
  return guarded([&] { *data = borrow(handle).data_ptr(); });
}

EXPORT int bridge_storage(Handle handle, void** data, int64_t* bytes, int64_t* offset) {
  return guarded([&] {
    at::Tensor tensor = borrow(handle);
    *bytes = static_cast<int64_t>(tensor.storage().nbytes());
    *offset = tensor.storage_offset();
    *data = *bytes == 0 ? nullptr : static_cast<char*>(tensor.data_ptr()) - *offset * tensor.element_size();
  });
}

// Makes `target` share everything with `source`, as `target.data = source` does in Python.
EXPORT int bridge_set_data(Handle target, Handle source) {
  return guarded([&] { borrow(target).set_data(borrow(source)); });
}

// ---- autograd

EXPORT int bridge_grad(Handle handle, Handle* grad) {
  return guarded([&] { *grad = release(borrow(handle).grad()); });
}

EXPORT int bridge_set_grad(Handle handle, Handle grad) {
  return guarded([&] { borrow(handle).mutable_grad() = borrow(grad); });
}

EXPORT int bridge_set_requires_grad(Handle handle, int requiresGrad) {
  return guarded([&] { borrow(handle).set_requires_grad(requiresGrad != 0); });
}

EXPORT int bridge_retain_grad(Handle handle) {
  return guarded([&] { borrow(handle).retain_grad(); });
}

EXPORT int bridge_backward(Handle* outputs, int outputCount, Handle* grads, int gradCount, int retainGraph,
                           int createGraph, Handle* inputs, int inputCount) {
  return guarded([&] {
    auto seeds = tensors(grads, gradCount);
    seeds.resize(outputCount);
    torch::autograd::backward(tensors(outputs, outputCount), seeds, retainGraph != 0, createGraph != 0,
                              tensors(inputs, inputCount));
  });
}

EXPORT int bridge_gradients(Handle* outputs, int outputCount, Handle* inputs, int inputCount, Handle* grads,
                            int gradCount, int retainGraph, int createGraph, int allowUnused, Handle* results) {
  return guarded([&] {
    auto seeds = tensors(grads, gradCount);
    seeds.resize(outputCount);
    auto list = torch::autograd::grad(tensors(outputs, outputCount), tensors(inputs, inputCount), seeds,
                                      retainGraph != 0, createGraph != 0, allowUnused != 0);
    for (int i = 0; i < inputCount; i++) results[i] = release(std::move(list[i]));
  });
}

EXPORT int bridge_grad_enabled() { return c10::GradMode::is_enabled(); }

EXPORT void bridge_set_grad_enabled(int enabled) { c10::GradMode::set_enabled(enabled != 0); }

EXPORT int bridge_inference_enabled() { return c10::InferenceMode::is_enabled(); }

// A guard is tied to the thread that made it and must be ended there, in the reverse order.
EXPORT void* bridge_inference_begin(int enabled) { return new (std::nothrow) c10::InferenceMode(enabled != 0); }

EXPORT void bridge_inference_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- random numbers

EXPORT int bridge_manual_seed(uint64_t seed) {
  return guarded([&] { at::manual_seed(seed); });
}

EXPORT int bridge_generator_new(int deviceType, int deviceIndex, uint64_t seed, at::Generator** result) {
  return guarded([&] {
    c10::Device device(static_cast<c10::DeviceType>(deviceType), static_cast<c10::DeviceIndex>(deviceIndex));
    at::Generator generator = device.is_cpu() ? at::detail::createCPUGenerator(seed)
                                              : at::globalContext().defaultGenerator(device).clone();
    generator.set_current_seed(seed);
    *result = new at::Generator(std::move(generator));
  });
}

EXPORT int bridge_generator_default(int deviceType, int deviceIndex, at::Generator** result) {
  return guarded([&] {
    c10::Device device(static_cast<c10::DeviceType>(deviceType), static_cast<c10::DeviceIndex>(deviceIndex));
    *result = new at::Generator(at::globalContext().defaultGenerator(device));
  });
}

EXPORT void bridge_generator_free(at::Generator* generator) { delete generator; }

EXPORT int bridge_generator_seed(at::Generator* generator, uint64_t seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_current_seed(seed);
  });
}

EXPORT int bridge_generator_reseed(at::Generator* generator, uint64_t* seed) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    *seed = generator->seed();
  });
}

EXPORT int bridge_generator_initial_seed(at::Generator* generator, uint64_t* seed) {
  return guarded([&] { *seed = generator->current_seed(); });
}

EXPORT int bridge_generator_get_state(at::Generator* generator, Handle* state) {
  return guarded([&] {
    std::lock_guard<std::mutex> lock(generator->mutex());
    *state = release(generator->get_state());
  });
}

EXPORT int bridge_generator_set_state(at::Generator* generator, Handle state) {
  return guarded([&] {
    at::Tensor tensor = borrow(state);
    std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_state(tensor);
  });
}

// ---- devices and threads

EXPORT int bridge_cuda_count(int* count) {
  return guarded([&] { *count = static_cast<int>(torch::cuda::device_count()); });
}

EXPORT int bridge_cudnn_available() {
  int available = 0;
  guarded([&] { available = torch::cuda::cudnn_is_available(); });
  return available;
}

EXPORT int bridge_cuda_synchronize(int index) {
  return guarded([&] { torch::cuda::synchronize(index); });
}

EXPORT int bridge_cuda_manual_seed(uint64_t seed, int all) {
  return guarded([&] { all ? torch::cuda::manual_seed_all(seed) : torch::cuda::manual_seed(seed); });
}

// libtorch's own threads. OpenBLAS, where that is the BLAS, starts threads of its own whatever libtorch is told, and
// the two then fight for the cores; it is held to one thread and libtorch splits the work.
EXPORT int bridge_set_threads(int count) {
  return guarded([&] {
    at::set_num_threads(count);
    if (auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) set(1);
  });
}

EXPORT int bridge_hold_blas() {
  auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
  if (set) set(1);
  return set != nullptr;
}

EXPORT int bridge_threads() { return at::get_num_threads(); }

EXPORT int bridge_set_interop_threads(int count) {
  return guarded([&] { at::set_num_interop_threads(count); });
}

EXPORT int bridge_interop_threads() { return static_cast<int>(at::get_num_interop_threads()); }

// A switch of the global context by number; value -1 only reads.
EXPORT int bridge_switch(int which, int value, int* current) {
  return guarded([&] {
    auto& context = at::globalContext();
    switch (which) {
      case 0:
        if (value >= 0) context.setAllowTF32CuBLAS(value != 0);
        *current = context.allowTF32CuBLAS();
        break;
      case 1:
        if (value >= 0) context.setAllowTF32CuDNN(value != 0);
        *current = context.allowTF32CuDNN();
        break;
      case 2:
        if (value >= 0) context.setDeterministicAlgorithms((value & 1) != 0, (value & 2) != 0);
        *current = (context.deterministicAlgorithms() ? 1 : 0) | (context.deterministicAlgorithmsWarnOnly() ? 2 : 0);
        break;
      case 3:
        if (value >= 0) context.setFloat32MatmulPrecision(static_cast<at::Float32MatmulPrecision>(value));
        *current = static_cast<int>(context.float32MatmulPrecision());
        break;
      default: TORCH_CHECK(false, "no such switch: ", which);
    }
  });
}
