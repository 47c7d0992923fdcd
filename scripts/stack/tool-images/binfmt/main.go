// Command binfmt registers emulators with the kernel as the tonistiigi/binfmt image does: the same
// flags, the same JSON. It stands in for that image where Docker Hub cannot be reached.
//
// The registrations are lines of binfmt.d(5), as QEMU's packages bring them.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/containerd/platforms"
	"github.com/moby/buildkit/util/archutil"
)

const (
	kernelFolder       = "/proc/sys/fs/binfmt_misc"
	registrationFolder = "/usr/lib/binfmt.d"
	emulatorFolder     = "/usr/bin"
	// C: with the program's own rights; F: open the emulator now, so that containers need no copy.
	registrationFlags = "CF"
)

// What QEMU calls an architecture, by the name that OCI platforms have for it.
var emulatorNames = map[string]string{
	"arm64": "aarch64", "arm": "arm", "386": "i386", "amd64": "x86_64",
	"riscv64": "riscv64", "ppc64le": "ppc64le", "s390x": "s390x", "mips64le": "mips64el",
}

func main() {
	log.SetFlags(0)
	install := flag.String("install", "", "architectures to install")
	uninstall := flag.String("uninstall", "", "architectures to uninstall")
	version := flag.Bool("version", false, "display version")
	flag.Parse()
	if *version {
		log.Printf("binfmt/stack-stand-in qemu/debian go/%s", runtime.Version()[2:])
		return
	}
	unmount, err := mountKernelFolder()
	if err != nil {
		log.Fatalf("error: %v", err)
	}
	defer unmount()
	for _, name := range unwanted(*uninstall) {
		report("uninstalling", name, remove(name))
	}
	for _, name := range wanted(*install) {
		report("installing", name, register(name))
	}
	if err := printStatus(); err != nil {
		log.Printf("error: %v", err)
	}
}

func mountKernelFolder() (func(), error) {
	if _, err := os.Stat(filepath.Join(kernelFolder, "status")); err == nil {
		return func() {}, nil
	}
	if err := syscall.Mount("binfmt_misc", kernelFolder, "binfmt_misc", 0, ""); err != nil {
		return nil, fmt.Errorf("mounting binfmt_misc at %s: %w", kernelFolder, err)
	}
	return func() { _ = syscall.Unmount(kernelFolder, 0) }, nil
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' })
}

// unwanted("qemu-*") has every entry of that form; a name that matches none stands for itself.
func unwanted(list string) []string {
	var names []string
	for _, name := range split(list) {
		files, _ := filepath.Glob(filepath.Join(kernelFolder, name))
		for _, file := range files {
			names = append(names, filepath.Base(file))
		}
		if len(files) == 0 {
			names = append(names, name)
		}
	}
	return names
}

func wanted(list string) []string {
	if list != "all" {
		return split(list)
	}
	files, _ := filepath.Glob(filepath.Join(registrationFolder, "*.conf"))
	names := make([]string, 0, len(files))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".conf")
		names = append(names, strings.TrimPrefix(name, "qemu-"))
	}
	return names
}

// emulator("linux/arm64") and emulator("aarch64") are both "qemu-aarch64".
func emulator(name string) string {
	if platform, err := platforms.Parse(name); err == nil {
		name = platform.Architecture
	}
	if known, ok := emulatorNames[name]; ok {
		name = known
	}
	return "qemu-" + name
}

func register(name string) error {
	entry := emulator(name)
	line, err := os.ReadFile(filepath.Join(registrationFolder, entry+".conf"))
	if os.IsNotExist(err) {
		return fmt.Errorf("unsupported architecture: %s", name)
	}
	if err != nil {
		return err
	}
	fields := strings.Split(strings.TrimSpace(string(line)), ":")
	if len(fields) != 8 {
		return fmt.Errorf("%s.conf has %d fields instead of 8", entry, len(fields))
	}
	fields[6] = filepath.Join(emulatorFolder, entry)
	fields[7] = registrationFlags
	if _, err := os.Stat(filepath.Join(kernelFolder, entry)); err == nil {
		return fmt.Errorf("%s already registered", entry)
	}
	text := []byte(strings.Join(fields, ":"))
	return os.WriteFile(filepath.Join(kernelFolder, "register"), text, 0o200)
}

func remove(name string) error {
	for _, entry := range []string{emulator(name), name} {
		file := filepath.Join(kernelFolder, entry)
		if _, err := os.Stat(file); err == nil {
			return os.WriteFile(file, []byte("-1"), 0o200)
		}
	}
	return fmt.Errorf("not found")
}

func report(doing, name string, err error) {
	if err != nil {
		log.Printf("%s: %s %v", doing, name, err)
		return
	}
	log.Printf("%s: %s OK", doing, name)
}

func printStatus() error {
	status := struct {
		Supported []string `json:"supported"`
		Emulators []string `json:"emulators"`
	}{Supported: []string{}, Emulators: []string{}}
	archutil.CacheMaxAge = 0
	for _, platform := range archutil.SupportedPlatforms(true) {
		name := platforms.FormatAll(platforms.Normalize(platform))
		status.Supported = append(status.Supported, name)
	}
	entries, err := os.ReadDir(kernelFolder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		text, _ := os.ReadFile(filepath.Join(kernelFolder, entry.Name()))
		if entry.Name() != "status" && strings.HasPrefix(string(text), "enabled") {
			status.Emulators = append(status.Emulators, entry.Name())
		}
	}
	text, err := json.MarshalIndent(status, "", "  ")
	fmt.Printf("%s\n", text)
	return err
}
