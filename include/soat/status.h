// How soat says that something went wrong: a typed error that is rendered once, in the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace soat {

/// Who has to act on an error. All of them end the run with exit status 2.
enum class ErrorCode : uint8_t {
  kUsage,   ///< the command line
  kInput,   ///< a file that cannot be read or decoded
  kRule,    ///< a rule file
  kOutput,  ///< a result that cannot be written
};

/// One thing that went wrong.
struct Error {
  ErrorCode code = ErrorCode::kInput;
  std::string where;  ///< "rules/x.toml:14:12", a path, or empty when there is no place
  std::string what;   ///< what is wrong, without a full stop
  std::string fix;    ///< what to do about it; empty when nothing can be said
};

/// "where: what; fix", with the empty parts left out.
std::string ToString(const Error& error);

/// Success, or the error that prevented it.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)) {}  // NOLINT: an Error is a failed Status
  bool ok() const { return !error_.has_value(); }
  /// REQUIRES: !ok()
  const Error& error() const { return *error_; }

 private:
  std::optional<Error> error_;
};

/// A value, or the error that prevented it.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}      // NOLINT: a T is a successful Result
  Result(Error error) : value_(std::move(error)) {}  // NOLINT: an Error is a failed Result
  bool ok() const { return std::holds_alternative<T>(value_); }
  /// REQUIRES: ok()
  T& value() { return std::get<T>(value_); }
  const T& value() const { return std::get<T>(value_); }
  /// REQUIRES: !ok()
  const Error& error() const { return std::get<Error>(value_); }

 private:
  std::variant<T, Error> value_;
};

}  // namespace soat
